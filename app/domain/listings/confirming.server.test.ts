import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, asPartner, asVisitor, givenListing } from "#tests/support/givens.ts";
import { listVersionOf } from "#tests/support/list-version.ts";
import { closeAsked, confirmAsked, getAsking } from "./asked-listings.server.ts";
import { confirmAllAsked, confirmListing } from "./confirming.server.ts";

const database = useTestDatabase();
const tomas = () => asPartner(database.db, people.tomas.id, [organizations.bluestem.id]);
const owen = () => asPartner(database.db, people.owen.id, [organizations.harbor.id]);
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const visitor = () => asVisitor(database.db);
const daysAgo = (n: number) => new Date(TEST_NOW.getTime() - n * 86_400_000);
const ASKED = { confirmedAt: daysAgo(65), submittedAt: daysAgo(66), confirmationAskedAt: daysAgo(5) };

/** Asked five days ago. */
async function givenAsked(listing: Partial<typeof listings.$inferInsert> = {}) {
  const given = await givenListing(database.db, { listing: { ...ASKED, confirmationReminders: 2, ...listing } });
  const { id, districtId } = given.listing;
  const asking = { name: "listing.confirmation_asked", subjectId: id, districtId, at: daysAgo(5) };
  const [event] = await database.db.insert(events).values(asking).returning();
  return { ...given, askingId: event!.id };
}
const row = async (id: string) => (await database.db.select().from(listings).where(eq(listings.id, id)))[0]!;
const eventsOf = async (id: string) =>
  (await database.db.select().from(events).where(eq(events.subjectId, id)))
    .filter(({ name }) => name !== "listing.confirmation_asked")
    .map(({ name, detail, actorId }) => ({ name, detail, actorId }));
const form = (listingId: string) => ({ listingId, idempotencyKey: randomUUID() });

describe("saying that it is still true", () => {
  it.each([
    ["its partner", tomas],
    ["a coordinator of its district", dana],
  ])("is done by %s: readers are shown the day, and the asking is answered", async (_who, ctx) => {
    const { listing, opportunity } = await givenAsked();
    const before = await listVersionOf(database.db, districts.riverbend.id);
    const outcome = await confirmListing(ctx(), form(listing.id));
    expect(outcome).toEqual({ ok: true, value: { opportunityId: opportunity.id } });
    expect(await row(listing.id)).toMatchObject({
      ...{ state: "published", confirmedAt: TEST_NOW, confirmationAskedAt: null, confirmationReminders: 0 },
      version: listing.version + 1,
    });
    const { kind: by, userId: actorId } = ctx().actor;
    expect(await eventsOf(listing.id)).toEqual([{ name: "listing.confirmed", detail: { by }, actorId }]);
    expect(await listVersionOf(database.db, districts.riverbend.id)).toBe(before + 1);
  });

  it("again on the same day changes nothing", async () => {
    const { listing } = await givenAsked();
    await confirmListing(tomas(), form(listing.id));
    expect(await confirmListing(dana(), form(listing.id))).toMatchObject({ ok: true });
    expect(await eventsOf(listing.id)).toHaveLength(1);
  });

  it.each(["draft", "submitted", "closed", "expired", "suspended"] as const)("is refused when %s", async (state) => {
    const { listing } = await givenListing(database.db, { listing: { state } });
    expect(await confirmListing(tomas(), form(listing.id))).toEqual({ ok: false, refusal: "not_published" });
  });

  it.each([
    ["another partner", owen],
    ["another district's coordinator", priya],
  ])("is not there for %s", async (_who, ctx) => {
    const { listing } = await givenAsked();
    expect(await confirmListing(ctx(), form(listing.id))).toEqual({ ok: false, refusal: "not_found" });
    expect(await eventsOf(listing.id)).toEqual([]);
  });

  it("at once for all that was asked about, and for nothing of others", async () => {
    await database.db.update(listings).set({ confirmationAskedAt: null });
    const due = [await givenAsked(), await givenAsked({ districtId: districts.lakeshore.id })];
    const fresh = await givenListing(database.db);
    expect(await confirmAllAsked(owen(), { idempotencyKey: randomUUID() })).toEqual({
      ok: true,
      value: { confirmed: 0 },
    });
    const twice = { idempotencyKey: randomUUID() };
    const answers = await Promise.all([confirmAllAsked(tomas(), twice), confirmAllAsked(tomas(), twice)]);
    expect(answers).toEqual([1, 2].map(() => ({ ok: true, value: { confirmed: 2 } })));
    for (const { listing } of due) expect((await row(listing.id)).confirmedAt).toEqual(TEST_NOW);
    expect((await row(fresh.listing.id)).version).toBe(fresh.listing.version);
  });
});

describe("the link of the mail", () => {
  it("confirms once under fifty taps at once, and names nobody", async () => {
    const { listing, askingId } = await givenAsked();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => confirmAsked(visitor(), { askingId })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, refusal: "answered" });
    expect(await eventsOf(listing.id)).toEqual([{ name: "listing.confirmed", detail: { by: "link" }, actorId: null }]);
    expect(await getAsking(visitor(), askingId)).toMatchObject({ state: "answered" });
  });

  it("closes with a reason, once", async () => {
    const { listing, askingId } = await givenAsked();
    expect(await closeAsked(visitor(), { askingId, reason: "filled" })).toMatchObject({ ok: true });
    expect(await closeAsked(visitor(), { askingId, reason: "filled" })).toEqual({ ok: false, refusal: "over" });
    expect(await row(listing.id)).toMatchObject({ state: "closed", closedReason: "filled" });
    expect(await eventsOf(listing.id)).toMatchObject([{ name: "listing.closed", detail: { by: "link" } }]);
    expect(await getAsking(visitor(), askingId)).toMatchObject({ state: "over", listing: null });
  });

  it.each([
    ["is over after thirty days", {}, new Date(daysAgo(5).getTime() + 30 * 86_400_000), "over"],
    ["is over when the listing left the list", { state: "expired" as const }, TEST_NOW, "over"],
    ["is answered by a text sent since", { submittedAt: daysAgo(1) }, TEST_NOW, "answered"],
  ])("%s", async (_what, changes, now, refusal) => {
    const { listing, askingId } = await givenAsked(changes);
    expect(await confirmAsked({ ...visitor(), now }, { askingId })).toEqual({ ok: false, refusal });
    expect((await getAsking({ ...visitor(), now }, askingId))?.state).toBe(refusal);
    expect(await eventsOf(listing.id)).toEqual([]);
  });

  it("stands for an asking and for no other event", async () => {
    const { listing } = await givenAsked();
    const other = { name: "listing.offered", subjectId: listing.id, at: daysAgo(70) };
    const [event] = await database.db.insert(events).values(other).returning();
    for (const askingId of [event!.id, randomUUID()]) {
      expect(await getAsking(visitor(), askingId)).toBeNull();
      expect(await confirmAsked(visitor(), { askingId })).toEqual({ ok: false, refusal: "not_found" });
    }
  });
});
