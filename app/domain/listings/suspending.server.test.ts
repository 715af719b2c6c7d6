import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events } from "#db/schema/events.ts";
import { listings, suspensions } from "#db/schema/listings.ts";
import { partnerships } from "#db/schema/organizations.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing } from "#tests/support/givens.ts";
import { listVersionOf } from "#tests/support/list-version.ts";
import type { ListingState } from "./lifecycle.ts";
import { restoreListing, suspendListing } from "./suspending.server.ts";

const database = useTestDatabase();
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const form = (listingId: string) => ({ listingId, idempotencyKey: randomUUID() });

const given = async (state: ListingState, listing: Partial<typeof listings.$inferInsert> = {}) =>
  (await givenListing(database.db, { listing: { state, ...listing } })).listing;
const read = async (id: string) => (await database.db.select().from(listings).where(eq(listings.id, id)))[0];
const eventOf = async (id: string, name: string) =>
  (
    await database.db
      .select()
      .from(events)
      .where(and(eq(events.subjectId, id), eq(events.name, name)))
  )[0];
const listVersion = () => listVersionOf(database.db, districts.riverbend.id);

describe("suspending", () => {
  test("takes a published listing off the list, with the reason in the log", async () => {
    const { id, version } = await given("published");
    const before = await listVersion();
    expect(await suspendListing(dana(), { ...form(id), note: "A parent called." })).toMatchObject({
      value: { state: "suspended" },
    });
    expect(await read(id)).toMatchObject({ state: "suspended", version: version + 1 });
    expect(await eventOf(id, "listing.suspended")).toMatchObject({
      actorId: people.dana.id,
      detail: { suspensionId: expect.any(String) as string, from: "published", to: "suspended" },
    });
    const [suspension] = await database.db.select().from(suspensions).where(eq(suspensions.listingId, id));
    expect(suspension).toMatchObject({ suspendedBy: people.dana.id, note: "A parent called." });
    expect(await listVersion()).toBe(before + 1);
  });

  test.each(["submitted", "changes_requested", "declined", "closed", "expired", "suspended"] as const)(
    "is refused for a listing that is %s",
    async (state) => {
      const { id } = await given(state);
      expect(await suspendListing(dana(), { ...form(id), note: "x" })).toEqual({ ok: false, refusal: "not_on_list" });
    },
  );
});

describe("restoring", () => {
  test("puts a suspended listing back on the list", async () => {
    const { id, publishedAt } = await given("suspended");
    expect(await restoreListing(dana(), form(id))).toMatchObject({ value: { state: "published" } });
    expect(await read(id)).toMatchObject({ state: "published", publishedAt });
    expect(await eventOf(id, "listing.restored")).toMatchObject({ detail: { from: "suspended", to: "published" } });
  });

  test("lets one whose day is still to come wait for it", async () => {
    const { id } = await given("suspended", { publishOn: "2027-02-20", publishedAt: null });
    expect(await restoreListing(dana(), form(id))).toMatchObject({ value: { state: "approved" } });
    expect(await read(id)).toMatchObject({ state: "approved", publishedAt: null });
  });

  test("is refused for a listing that is not suspended", async () => {
    const { id } = await given("published");
    expect(await restoreListing(dana(), form(id))).toEqual({ ok: false, refusal: "not_suspended" });
  });

  test("is refused after its last day", async () => {
    const { id } = await given("suspended", { closesOn: "2027-02-08" });
    expect(await restoreListing(dana(), form(id))).toEqual({ ok: false, refusal: "over_before_shown" });
  });

  test("is refused while the partnership is not in force", async () => {
    await database.db
      .update(partnerships)
      .set({ status: "suspended" })
      .where(eq(partnerships.organizationId, organizations.health.id));
    const { listing } = await givenListing(database.db, {
      opportunity: { organizationId: organizations.health.id },
      listing: { state: "suspended" },
    });
    expect(await restoreListing(dana(), form(listing.id))).toEqual({ ok: false, refusal: "partnership_not_in_force" });
  });
});

test.each([
  ["suspending", "published", (id: string) => suspendListing(priya(), { ...form(id), note: "x" })],
  ["restoring", "suspended", (id: string) => restoreListing(priya(), form(id))],
] as const)("%s refuses another district's coordinator", async (_verb, state, verb) => {
  const { id, version } = await given(state);
  expect(await verb(id)).toEqual({ ok: false, refusal: "not_found" });
  expect(await read(id)).toMatchObject({ state, version });
});
