import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, test } from "vitest";
import { districts as districtRows } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { listings, reviews } from "#db/schema/listings.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, asPartner, givenListing } from "#tests/support/givens.ts";
import { toldAbout } from "#tests/support/told.ts";
import { approveListing, requestChanges } from "./review.server.ts";
import { submitListing } from "./submission.server.ts";
import { undoDecision } from "./undoing.server.ts";

const database = useTestDatabase();
beforeAll(async () => {
  await database.db
    .update(districtRows)
    .set({ reviewPolicy: "two" })
    .where(eq(districtRows.id, districts.riverbend.id));
});
const as = (userId: string) => asCoordinator(database.db, userId, districts.riverbend.id);
const approve = (userId: string, listingId: string, labels: string[] = []) =>
  approveListing(as(userId), { listingId, note: null, pathwayIds: [], labels, idempotencyKey: randomUUID() });
const read = async (id: string) => (await database.db.select().from(listings).where(eq(listings.id, id)))[0]!;
const given = async () => (await givenListing(database.db, { listing: { state: "submitted" } })).listing;

describe("where two have to agree", () => {
  it("the first yes keeps its placing and publishes nothing, another coordinator's publishes", async () => {
    const { id } = await given();
    expect(await approve(people.dana.id, id, ["Hands-on"])).toMatchObject({ value: { state: "submitted" } });
    expect(await read(id)).toMatchObject({ state: "submitted", secondedBy: people.dana.id, labels: ["Hands-on"] });
    expect(await database.db.$count(reviews, eq(reviews.listingId, id))).toBe(0);
    expect(await toldAbout(database.db, id)).toEqual([]);
    expect(await database.db.select().from(events).where(eq(events.subjectId, id))).toMatchObject([
      { name: "listing.seconded", actorId: people.dana.id },
    ]);
    expect(await approve(people.marcus.id, id, ["Hands-on"])).toMatchObject({ value: { state: "published" } });
    expect(await read(id)).toMatchObject({ state: "published", secondedBy: null });
  });

  it("the same person is refused", async () => {
    const { id } = await given();
    await approve(people.dana.id, id);
    expect(await approve(people.dana.id, id)).toEqual({ ok: false, refusal: "already_seconded" });
  });

  it("of two who say yes at once exactly one publishes", async () => {
    const { id } = await given();
    await Promise.all([approve(people.dana.id, id), approve(people.marcus.id, id)]);
    expect((await read(id)).state).toBe("published");
    expect(await database.db.$count(reviews, eq(reviews.listingId, id))).toBe(1);
  });
});

test("a text that is sent again needs two anew", async () => {
  const { id } = await given();
  await approve(people.dana.id, id);
  await requestChanges(as(people.marcus.id), { listingId: id, note: "Say who.", idempotencyKey: randomUUID() });
  expect((await read(id)).secondedBy).toBeNull();
  const tomas = asPartner(database.db, people.tomas.id, [organizations.bluestem.id]);
  await submitListing(tomas, { listingId: id, idempotencyKey: randomUUID() });
  expect(await approve(people.marcus.id, id)).toMatchObject({ value: { state: "submitted" } });
});

test("a first yes can be undone", async () => {
  const { id } = await given();
  const outcome = await approve(people.dana.id, id);
  const decisionId = outcome.ok ? outcome.value.decisionId : "";
  await undoDecision(as(people.dana.id), { decisionId, idempotencyKey: randomUUID() });
  expect((await read(id)).secondedBy).toBeNull();
});
