import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { districts as districtRows } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { partnerships } from "#db/schema/organizations.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ENTRY, givenEntered } from "#tests/support/entered.ts";
import { asCoordinator, asPartner, givenListing } from "#tests/support/givens.ts";
import { givenPartnership } from "#tests/support/partnerships.ts";
import { toldAbout } from "#tests/support/told.ts";
import { saveDraft } from "../opportunities/drafting.server.ts";
import { correctListing, correctionProblems, enterListing, entryProblems, getEntered } from "./on-behalf.server.ts";
import { approveListing } from "./review.server.ts";

const database = useTestDatabase();
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const marcus = () => asCoordinator(database.db, people.marcus.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const entry = (partnershipId: string, changes: Partial<typeof ENTRY> = {}) => ({
  ...{ partnershipId, content: { ...ENTRY, ...changes }, asksPartner: false, idempotencyKey: randomUUID() },
});
const stored = async (listingId: string) => {
  const [row] = await database.db
    .select()
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .where(eq(listings.id, listingId));
  return { listing: row!.listings, opportunity: row!.opportunities };
};
const namesOf = async (id: string) =>
  (await database.db.select().from(events).where(eq(events.subjectId, id))).map(({ name }) => name);
const bluestem = async () => {
  const pair = and(
    eq(partnerships.organizationId, organizations.bluestem.id),
    eq(partnerships.districtId, districts.riverbend.id),
  );
  return (await database.db.select().from(partnerships).where(pair))[0]!.id;
};

describe("entering a listing for a partner", () => {
  it("sends it to the district's queue, marked, and tells the colleagues", async () => {
    const outcome = await enterListing(dana(), entry(await bluestem()));
    const { listingId } = outcome.ok ? outcome.value : expect.fail();
    const { listing, opportunity } = await stored(listingId);
    expect(listing).toMatchObject({ state: "submitted", districtId: districts.riverbend.id, submittedAt: dana().now });
    expect(opportunity).toMatchObject({
      ...{ title: ENTRY.title, organizationId: organizations.bluestem.id, street: organizations.bluestem.street },
      ...{ enteredBy: people.dana.id, enteredAt: dana().now, claimedAt: null },
    });
    const [revision] = await database.db
      .select()
      .from(opportunityRevisions)
      .where(eq(opportunityRevisions.id, listing.submittedRevisionId!));
    expect(revision).toMatchObject({ authorId: people.dana.id, content: { title: ENTRY.title } });
    expect(await database.db.select().from(events).where(eq(events.subjectId, listingId))).toMatchObject([
      { name: "listing.entered", actorId: people.dana.id, districtId: districts.riverbend.id },
    ]);
    expect(await toldAbout(database.db, listingId)).toEqual([["marcus", "coordinator-listing-submitted"]]);
  });

  it("is done once of a form sent twice", async () => {
    const form = entry(await bluestem());
    const [first, second] = await Promise.all([enterListing(dana(), form), enterListing(dana(), form)]);
    expect(second).toEqual(first);
  });

  it.each([
    ["requested", true],
    ["approved", true],
    ["declined", false],
    ["suspended", false],
  ] as const)("for a partner that is %s: %s", async (status, done) => {
    const { partnershipId } = await givenPartnership(database.db, { status });
    const outcome = await enterListing(dana(), entry(partnershipId, ADDRESS));
    expect(outcome).toMatchObject(done ? { ok: true } : { ok: false, refusal: "not_a_partner" });
  });

  it("refuses a partner whose last day is over", async () => {
    const { partnershipId } = await givenPartnership(database.db, { inForceUntil: "2027-01-01" });
    expect(await enterListing(dana(), entry(partnershipId, ADDRESS))).toMatchObject({ refusal: "not_a_partner" });
  });

  it("refuses what a district could not decide on, and says what is missing", async () => {
    const incomplete = entry(await bluestem(), { summary: null, contactEmail: null });
    expect(await enterListing(dana(), incomplete)).toEqual({ ok: false, refusal: "incomplete" });
    const problems = await entryProblems(dana(), incomplete);
    expect(problems.map(({ field }) => field)).toEqual(["summary", "contactEmail"]);
  });

  it("refuses another district's partner, and one that is not there", async () => {
    for (const id of [await bluestem(), randomUUID()])
      expect(await enterListing(priya(), entry(id))).toEqual({ ok: false, refusal: "not_found" });
  });
});

const ADDRESS = { street: "1 Main Street", city: "Moline", state: "IL", zip: "61265" };

describe("two pairs of eyes", () => {
  it("are another coordinator's beside those of whoever entered it", async () => {
    const { id } = districts.riverbend;
    await database.db.update(districtRows).set({ reviewPolicy: "two" }).where(eq(districtRows.id, id));
    const outcome = await enterListing(dana(), entry(await bluestem()));
    const { listingId } = outcome.ok ? outcome.value : expect.fail();
    const placing = { pathwayIds: [], labels: [], subClusters: [], schoolIds: [], note: null };
    const yes = () => ({ listingId, ...placing, idempotencyKey: randomUUID() });
    expect(await approveListing(dana(), yes())).toMatchObject({ ok: true, value: { state: "submitted" } });
    expect(await approveListing(dana(), yes())).toEqual({ ok: false, refusal: "already_seconded" });
    expect(await approveListing(marcus(), yes())).toMatchObject({ ok: true, value: { state: "published" } });
    await database.db.update(districtRows).set({ reviewPolicy: "one" }).where(eq(districtRows.id, id));
  });
});

describe("correcting what was entered", () => {
  const correction = (listingId: string, changes: Partial<typeof ENTRY> = {}, version = 1) => ({
    ...{ listingId, version, content: { ...ENTRY, title: "Corrected", ...changes }, idempotencyKey: randomUUID() },
  });

  it("by any coordinator of the district sends the new text, in its place of the queue", async () => {
    const { listing: before } = await givenEntered(database.db);
    expect(await correctListing(marcus(), correction(before.id))).toEqual({
      ok: true,
      value: { listingId: before.id },
    });
    const { listing, opportunity } = await stored(before.id);
    expect(opportunity).toMatchObject({ title: "Corrected", version: 2, claimedAt: null });
    expect(listing).toMatchObject({ state: "submitted", submittedAt: before.submittedAt });
    expect(listing.submittedRevisionId).not.toBe(before.submittedRevisionId);
    expect(await namesOf(before.id)).toEqual(["listing.edited"]);
  });

  it("of a published listing leaves the approved text to readers", async () => {
    const { listing: before } = await givenEntered(database.db, { listing: { state: "published" } });
    await correctListing(dana(), correction(before.id));
    const { listing } = await stored(before.id);
    expect(listing).toMatchObject({ state: "published", publishedRevisionId: before.publishedRevisionId });
    expect(listing.submittedRevisionId).not.toBe(listing.publishedRevisionId);
  });

  it("refuses a version that is not the stored one, and what has ended", async () => {
    const { listing } = await givenEntered(database.db);
    expect(await correctListing(dana(), correction(listing.id, {}, 7))).toMatchObject({ refusal: "edited_elsewhere" });
    const { listing: ended } = await givenEntered(database.db, { listing: { state: "closed" } });
    expect(await correctListing(dana(), correction(ended.id))).toMatchObject({ refusal: "not_editable" });
  });

  it("refuses to take away what a district asks for", async () => {
    const { listing } = await givenEntered(database.db);
    const without = correction(listing.id, { howToAsk: null });
    expect(await correctListing(dana(), without)).toMatchObject({ refusal: "incomplete" });
    expect(await correctionProblems(dana(), without)).toMatchObject([{ field: "howToAsk" }]);
  });

  it("is over once the partner changed it", async () => {
    const { listing, opportunity } = await givenEntered(database.db);
    const tomas = asPartner(database.db, people.tomas.id, [organizations.bluestem.id]);
    const save = {
      opportunityId: opportunity.id,
      version: 1,
      changes: { title: "Ours" },
      idempotencyKey: randomUUID(),
    };
    expect(await saveDraft(tomas, save)).toMatchObject({ ok: true });
    expect(await namesOf(listing.id)).toEqual(["listing.claimed"]);
    expect(await correctListing(dana(), correction(listing.id, {}, 2))).toMatchObject({ refusal: "claimed" });
  });

  it("refuses what a partner wrote itself, and another district's", async () => {
    const { listing: own } = await givenListing(database.db, { listing: { state: "submitted" } });
    expect(await correctListing(dana(), correction(own.id))).toEqual({ ok: false, refusal: "not_found" });
    expect(await getEntered(dana(), own.id)).toBeNull();
    const { listing } = await givenEntered(database.db);
    expect(await correctListing(priya(), correction(listing.id))).toEqual({ ok: false, refusal: "not_found" });
    expect(await getEntered(priya(), listing.id)).toBeNull();
  });
});
