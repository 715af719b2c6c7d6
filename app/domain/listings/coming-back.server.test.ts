import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { partnerships } from "#db/schema/organizations.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, asPartner, givenListing, givenOpportunity } from "#tests/support/givens.ts";
import { listVersionOf } from "#tests/support/list-version.ts";
import { toldAbout } from "#tests/support/told.ts";
import { duplicateOpportunity } from "../opportunities/duplicating.server.ts";
import { closeListing } from "./closing.server.ts";
import { renewListing } from "./renewing.server.ts";
import { reopenListing } from "./reopening.server.ts";

const database = useTestDatabase();
const tomas = () => asPartner(database.db, people.tomas.id, [organizations.bluestem.id]);
const owen = () => asPartner(database.db, people.owen.id, [organizations.harbor.id]);
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const form = (listingId: string) => ({ listingId, idempotencyKey: randomUUID() });
const row = async (id: string) => (await database.db.select().from(listings).where(eq(listings.id, id)))[0]!;
const eventsOf = (id: string) => database.db.select().from(events).where(eq(events.subjectId, id));
const refused = (refusal: string) => ({ ok: false, refusal });

/** While `work` runs, Bluestem's partnership with Riverbend is over. */
async function whileLapsed(work: () => Promise<void>) {
  const own = and(
    eq(partnerships.organizationId, organizations.bluestem.id),
    eq(partnerships.districtId, districts.riverbend.id),
  );
  await database.db.update(partnerships).set({ inForceUntil: "2027-02-08" }).where(own);
  await work();
  await database.db.update(partnerships).set({ inForceUntil: null }).where(own);
}

describe("posting again what ended", () => {
  it.each(["closed", "expired", "declined"] as const)(
    "from %s begins another listing, which waits for review; the old one stays as it was",
    async (state) => {
      const { opportunity, listing } = await givenListing(database.db, { listing: { state, labels: ["Bus line 9"] } });
      const twice = form(listing.id);
      const [outcome, again] = await Promise.all([renewListing(tomas(), twice), renewListing(tomas(), twice)]);
      if (!outcome.ok) throw new Error(outcome.refusal);
      expect(again).toEqual(outcome);
      const renewed = await row(outcome.value.listingId);
      expect(renewed).toMatchObject({
        ...{ opportunityId: opportunity.id, districtId: listing.districtId, renewedFromId: listing.id },
        ...{ state: "submitted", labels: ["Bus line 9"], submittedAt: TEST_NOW, publishedAt: null, confirmedAt: null },
      });
      expect(renewed.slug).not.toBe(listing.slug);
      expect(await row(listing.id)).toEqual(listing);
      expect(await eventsOf(renewed.id)).toMatchObject([
        { name: "listing.renewed", actorId: people.tomas.id, detail: { renewedFromId: listing.id, from: state } },
      ]);
      expect(await toldAbout(database.db, renewed.id)).toEqual([
        ["dana", "coordinator-listing-submitted"],
        ["marcus", "coordinator-listing-submitted"],
      ]);
      expect(await renewListing(tomas(), form(listing.id))).toEqual(refused("still_offered"));
    },
  );

  it("asks for what a family needs, a later day above all, and for a partnership in force", async () => {
    const past = { startsOn: null, closesOn: "2027-01-10", endsOn: "2027-01-20" };
    const over = await givenListing(database.db, { opportunity: past, listing: { state: "expired" } });
    expect(await renewListing(tomas(), form(over.listing.id))).toEqual(refused("incomplete"));
    const { listing } = await givenListing(database.db, { listing: { state: "closed" } });
    await whileLapsed(async () => {
      expect(await renewListing(tomas(), form(listing.id))).toEqual(refused("partnership_not_in_force"));
    });
  });

  it.each(["draft", "submitted", "approved", "published", "suspended"] as const)(
    "is refused from %s",
    async (state) => {
      const { listing } = await givenListing(database.db, { listing: { state } });
      expect(await renewListing(tomas(), form(listing.id))).toEqual(refused("not_ended"));
    },
  );

  it("is not another partner's to do", async () => {
    const { listing } = await givenListing(database.db, { listing: { state: "closed" } });
    expect(await renewListing(owen(), form(listing.id))).toEqual(refused("not_found"));
    expect(await renewListing(tomas(), form(randomUUID()))).toEqual(refused("not_found"));
  });
});

describe("putting back what was closed", () => {
  const given = async (by: typeof tomas | typeof dana, changes = {}) => {
    const { listing } = await givenListing(database.db, { listing: changes });
    await closeListing(by(), { ...form(listing.id), reason: "filled" });
    return row(listing.id);
  };

  it.each([
    ["its partner, who thereby says that it is still true", tomas, TEST_NOW],
    ["a coordinator of its district", dana, null],
  ])("is done by %s", async (_who, ctx, said) => {
    const listing = await given(tomas);
    const before = await listVersionOf(database.db, districts.riverbend.id);
    expect(await reopenListing(ctx(), form(listing.id))).toMatchObject({ ok: true, value: { state: "published" } });
    expect(await row(listing.id)).toMatchObject({
      ...{ state: "published", closedAt: null, closedReason: null, publishedAt: listing.publishedAt },
      ...{ confirmedAt: said ?? listing.confirmedAt, version: listing.version + 1 },
    });
    expect((await eventsOf(listing.id)).find(({ name }) => name === "listing.reopened")).toMatchObject({
      actorId: ctx().actor.userId,
      detail: { by: ctx().actor.kind, from: "closed", to: "published" },
    });
    expect(await listVersionOf(database.db, districts.riverbend.id)).toBe(before + 1);
  });

  it("is the district's alone where the district closed it", async () => {
    const listing = await given(dana);
    expect(await reopenListing(tomas(), form(listing.id))).toEqual(refused("closed_by_district"));
    expect(await reopenListing(dana(), form(listing.id))).toMatchObject({ ok: true });
  });

  it("is refused once its last day is over, it is offered anew, or the partnership is not in force", async () => {
    const over = await given(tomas, { closesOn: "2027-02-08" });
    expect(await reopenListing(tomas(), form(over.id))).toEqual(refused("over_before_shown"));
    const listing = await given(tomas);
    await whileLapsed(async () => {
      expect(await reopenListing(tomas(), form(listing.id))).toEqual(refused("partnership_not_in_force"));
    });
    await renewListing(tomas(), form(listing.id));
    expect(await reopenListing(tomas(), form(listing.id))).toEqual(refused("still_offered"));
  });

  it.each(["submitted", "published", "expired", "declined", "suspended"] as const)(
    "is refused from %s",
    async (state) => {
      const { listing } = await givenListing(database.db, { listing: { state } });
      expect(await reopenListing(tomas(), form(listing.id))).toEqual(refused("not_closed"));
    },
  );

  it.each([
    ["another partner", owen],
    ["another district's coordinator", priya],
  ])("finds nothing for %s", async (_who, ctx) => {
    const listing = await given(tomas);
    expect(await reopenListing(ctx(), form(listing.id))).toEqual(refused("not_found"));
  });
});

describe("a copy of an opportunity", () => {
  const copy = (opportunityId: string) => ({ opportunityId, idempotencyKey: randomUUID() });

  it("is a new draft with the same text and no days, once for a form sent twice", async () => {
    const shifts = [{ startsOn: "2027-03-02", startTime: "15:00", endTime: "17:00", rule: null }];
    const original = await givenOpportunity(database.db, { shifts, version: 4 });
    const twice = copy(original.id);
    const [outcome] = await Promise.all([1, 2].map(() => duplicateOpportunity(tomas(), twice)));
    if (!outcome?.ok) throw new Error("refused");
    const copies = await database.db.select().from(opportunities).where(eq(opportunities.copiedFromId, original.id));
    const { title, description, subClusters } = original;
    expect(copies).toMatchObject([
      {
        ...{ id: outcome.value.opportunityId, title, description, subClusters, createdBy: people.tomas.id },
        ...{ version: 1, startsOn: null, endsOn: null, closesOn: null, shifts: [], createdAt: TEST_NOW },
      },
    ]);
    expect(await eventsOf(outcome.value.opportunityId)).toMatchObject([
      { name: "opportunity.duplicated", actorId: people.tomas.id, detail: { copiedFromId: original.id } },
    ]);
  });

  it("is not another partner's to make", async () => {
    const { id } = await givenOpportunity(database.db);
    expect(await duplicateOpportunity(owen(), copy(id))).toEqual(refused("not_found"));
  });
});
