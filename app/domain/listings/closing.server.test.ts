import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, asPartner, givenListing } from "#tests/support/givens.ts";
import { listWaitingForIndex } from "#tests/support/indexing.ts";
import { listVersionOf } from "#tests/support/list-version.ts";
import { closeListing } from "./closing.server.ts";

const database = useTestDatabase();
const tomas = () => asPartner(database.db, people.tomas.id, [organizations.bluestem.id]);
const owen = () => asPartner(database.db, people.owen.id, [organizations.harbor.id]);
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const closing = (listingId: string) => ({ listingId, reason: "filled" as const, idempotencyKey: randomUUID() });
const listVersion = () => listVersionOf(database.db, districts.riverbend.id);

it.each([
  ["its partner", tomas],
  ["a coordinator of its district", dana],
])("is done by %s: off the list, logged, cached pages end and the index follows", async (_who, ctx) => {
  const { listing, opportunity } = await givenListing(database.db);
  const before = await listVersion();
  expect(await closeListing(ctx(), closing(listing.id))).toEqual({
    ok: true,
    value: { state: "closed", opportunityId: opportunity.id },
  });
  const [closed] = await database.db.select().from(listings).where(eq(listings.id, listing.id));
  expect(closed).toMatchObject({
    state: "closed",
    closedReason: "filled",
    closedAt: ctx().now,
    version: listing.version + 1,
  });
  expect(await database.db.select().from(events).where(eq(events.subjectId, listing.id))).toMatchObject([
    { name: "listing.closed", actorId: ctx().actor.userId, detail: { reason: "filled", from: "published" } },
  ]);
  expect(await listVersion()).toBe(before + 1);
  expect(await listWaitingForIndex(database.db)).toContain(listing.id);
});

it.each(["draft", "submitted", "approved", "closed", "expired", "suspended"] as const)(
  "refuses a listing that is %s",
  async (state) => {
    const { listing } = await givenListing(database.db, { listing: { state } });
    const before = await listVersion();
    expect(await closeListing(tomas(), closing(listing.id))).toEqual({ ok: false, refusal: "not_published" });
    // Before its partner sends it, a draft is none of the district's business.
    const refusal = state === "draft" ? "not_found" : "not_published";
    expect(await closeListing(dana(), closing(listing.id))).toEqual({ ok: false, refusal });
    expect(await listVersion()).toBe(before);
  },
);

it.each([
  ["another partner", owen],
  ["another district's coordinator", priya],
])("answers %s as if it were not there", async (_who, ctx) => {
  const { listing } = await givenListing(database.db);
  expect(await closeListing(ctx(), closing(listing.id))).toEqual({ ok: false, refusal: "not_found" });
  expect(await closeListing(ctx(), closing(randomUUID()))).toEqual({ ok: false, refusal: "not_found" });
  const [still] = await database.db.select().from(listings).where(eq(listings.id, listing.id));
  expect(still).toMatchObject({ state: "published", version: listing.version });
});
