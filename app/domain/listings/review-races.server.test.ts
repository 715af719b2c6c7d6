import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Connection } from "#db/client.server.ts";
import { listings, reviews } from "#db/schema/listings.ts";
import { partnerships } from "#db/schema/organizations.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing } from "#tests/support/givens.ts";
import { approveListing, declineListing } from "./review.server.ts";

const database = useTestDatabase();
let second: Connection;
beforeAll(() => {
  second = connect(database.url);
});
afterAll(() => second.end());

const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const marcus = () => asCoordinator(second.db, people.marcus.id, districts.riverbend.id);
const form = (listingId: string) => ({ listingId, note: null, idempotencyKey: randomUUID() });
const placing = { pathwayIds: [], labels: [] };

test("of two coordinators deciding at once exactly one decides, and the other is told so", async () => {
  for (let round = 0; round < 10; round++) {
    const { listing } = await givenListing(database.db, { listing: { state: "submitted" } });
    const outcomes = await Promise.all([
      approveListing(dana(), { ...form(listing.id), ...placing }),
      declineListing(marcus(), { ...form(listing.id), reasonCode: "unclear" }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: "not_awaiting_review" });
    const [decision, ...more] = await database.db.select().from(reviews).where(eq(reviews.listingId, listing.id));
    expect(more).toEqual([]);
    const [after] = await database.db.select().from(listings).where(eq(listings.id, listing.id));
    expect(after?.state).toBe(decision?.decision === "approved" ? "published" : "declined");
  }
});

test("the same form sent twenty times at once is decided once, and every sender gets the same answer", async () => {
  const { listing } = await givenListing(database.db, { listing: { state: "submitted" } });
  const same = { ...form(listing.id), ...placing };
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, i) => approveListing(i % 2 ? dana() : { ...dana(), db: second.db }, same)),
  );
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  expect(outcomes[0]).toMatchObject({ ok: true, value: { state: "published" } });
  expect(await database.db.select().from(reviews).where(eq(reviews.listingId, listing.id))).toHaveLength(1);
});

test("a partnership suspended while an approval waits for it is not published", async () => {
  const { listing } = await givenListing(database.db, { listing: { state: "submitted" } });
  let approving: ReturnType<typeof approveListing> | undefined;
  await second.db.transaction(async (tx) => {
    await tx
      .update(partnerships)
      .set({ status: "suspended" })
      .where(eq(partnerships.organizationId, organizations.bluestem.id));
    approving = approveListing(dana(), { ...form(listing.id), ...placing });
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect(await approving).toEqual({ ok: false, refusal: "partnership_not_in_force" });
});
