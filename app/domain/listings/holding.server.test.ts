import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listings } from "#db/schema/listings.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing } from "#tests/support/givens.ts";
import { holdListing } from "./holding.server.ts";
import { getReview } from "./review-detail.server.ts";
import { HOLD_MINUTES } from "./review-holds.ts";

const database = useTestDatabase();
const later = (minutes: number) => new Date(TEST_NOW.getTime() + minutes * 60_000);
const as = (userId: string, minutes = 0, districtId: string = districts.riverbend.id) => ({
  ...asCoordinator(database.db, userId, districtId),
  now: later(minutes),
});
const given = async (state: "submitted" | "declined" = "submitted") =>
  (await givenListing(database.db, { listing: { state } })).listing;
const hold = (ctx: ReturnType<typeof as>, listingId: string, takeOver = false) =>
  holdListing(ctx, { listingId, takeOver });
const { dana, marcus, priya } = people;

test("who has it open is seen by colleagues for a quarter of an hour, and changes no version", async () => {
  const { id, version } = await given();
  expect(await hold(as(dana.id), id)).toEqual({ ok: true, value: null });
  expect((await getReview(as(marcus.id, 14), id))?.inReviewBy).toBe(dana.name);
  expect((await getReview(as(dana.id, 14), id))?.inReviewBy).toBeNull();
  expect((await getReview(as(marcus.id, HOLD_MINUTES), id))?.inReviewBy).toBeNull();
  const [after] = await database.db.select().from(listings).where(eq(listings.id, id));
  expect(after?.version).toBe(version);
});

test("what a colleague holds is not taken by opening it, only by saying so, or once the time is over", async () => {
  const { id } = await given();
  await hold(as(dana.id), id);
  expect(await hold(as(marcus.id, 5), id)).toEqual({ ok: false, refusal: "held" });
  expect(await hold(as(marcus.id, 5), id, true)).toEqual({ ok: true, value: null });
  expect((await getReview(as(dana.id, 6), id))?.inReviewBy).toBe(marcus.name);
  expect(await hold(as(dana.id, 21), id)).toEqual({ ok: true, value: null });
});

test("of two who open it at once one holds it", async () => {
  const { id } = await given();
  const outcomes = await Promise.all([hold(as(dana.id), id), hold(as(marcus.id), id)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
});

test("what waits for nobody, and another district's, is refused", async () => {
  const decided = await given("declined");
  expect(await hold(as(dana.id), decided.id)).toEqual({ ok: false, refusal: "not_awaiting_review" });
  const { id } = await given();
  expect(await hold(as(priya.id, 0, districts.lakeshore.id), id, true)).toEqual({ ok: false, refusal: "not_found" });
});
