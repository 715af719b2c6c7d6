import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { districtKinds } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { partnerships } from "#db/schema/organizations.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asPartner, givenListing, givenOpportunity } from "#tests/support/givens.ts";
import { listPartnerDistricts } from "../organizations/partnerships.server.ts";
import { offerToDistricts, withdrawOffer } from "./offering.server.ts";
import { listMoments, listOffers } from "./offering-status.server.ts";
import { submitListing } from "./submission.server.ts";

const database = useTestDatabase();
const tomas = () => asPartner(database.db, people.tomas.id, [organizations.bluestem.id]);
const owen = () => asPartner(database.db, people.owen.id, [organizations.harbor.id]);
const grace = () => asPartner(database.db, people.grace.id, [organizations.college.id, organizations.kitchen.id]);
const { riverbend, lakeshore } = districts;
const offer = (opportunityId: string, districtIds: string[]) => ({
  opportunityId,
  districtIds,
  idempotencyKey: randomUUID(),
});
const listingsOf = (opportunityId: string) =>
  database.db.select().from(listings).where(eq(listings.opportunityId, opportunityId));

describe("offering to districts", () => {
  it("makes a draft listing of its own in each, with its event", async () => {
    const { id } = await givenOpportunity(database.db);
    const outcome = await offerToDistricts(tomas(), offer(id, [riverbend.id, lakeshore.id, lakeshore.id]));
    expect(outcome).toMatchObject({ ok: true, value: { listingIds: [expect.any(String), expect.any(String)] } });
    const made = await listingsOf(id);
    expect(made.map(({ state, slug }) => [state, slug.replace(/-[0-9a-f]{6}$/, "")])).toEqual([
      ["draft", "bicycle-repair-helper"],
      ["draft", "bicycle-repair-helper"],
    ]);
    for (const { id: subjectId, districtId } of made)
      expect(await database.db.select().from(events).where(eq(events.subjectId, subjectId))).toMatchObject([
        { name: "listing.offered", districtId, actorId: people.tomas.id },
      ]);
  });

  it("changes nothing where it is offered already, even by ten forms at once", async () => {
    const { id } = await givenOpportunity(database.db);
    await Promise.all(Array.from({ length: 10 }, () => offerToDistricts(tomas(), offer(id, [riverbend.id]))));
    expect(await listingsOf(id)).toHaveLength(1);
  });

  it("begins anew beside an ended listing", async () => {
    const { opportunity } = await givenListing(database.db, { listing: { state: "closed" } });
    await offerToDistricts(tomas(), offer(opportunity.id, [riverbend.id]));
    expect((await listingsOf(opportunity.id)).map(({ state }) => state).sort()).toEqual(["closed", "draft"]);
  });

  it("may be prepared while a district still vets the organization", async () => {
    const { id } = await givenOpportunity(database.db, { organizationId: organizations.kitchen.id });
    expect(await offerToDistricts(grace(), offer(id, [lakeshore.id]))).toMatchObject({ ok: true });
  });

  it("refuses a district without a partnership or one that declined, and writes none of the others", async () => {
    const { id } = await givenOpportunity(database.db, { organizationId: organizations.kitchen.id });
    const no = { ok: false, refusal: "no_partnership" };
    expect(await offerToDistricts(grace(), offer(id, [riverbend.id, randomUUID()]))).toEqual(no);
    const pair = and(
      eq(partnerships.organizationId, organizations.kitchen.id),
      eq(partnerships.districtId, lakeshore.id),
    );
    await database.db.update(partnerships).set({ status: "declined" }).where(pair);
    expect(await offerToDistricts(grace(), offer(id, [riverbend.id, lakeshore.id]))).toEqual(no);
    await database.db.update(partnerships).set({ status: "requested" }).where(pair);
    expect(await listingsOf(id)).toEqual([]);
  });

  it("answers another partner as if it were not there", async () => {
    const { id } = await givenOpportunity(database.db);
    const outcome = await offerToDistricts(owen(), offer(id, [lakeshore.id]));
    expect(outcome).toEqual({ ok: false, refusal: "not_found" });
    expect(await listingsOf(id)).toEqual([]);
  });
});

describe("taking an offer back", () => {
  const withdrawal = (listingId: string) => ({ listingId, idempotencyKey: randomUUID() });

  it("removes an offer nobody has seen and logs it", async () => {
    const { listing, opportunity } = await givenListing(database.db, { listing: { state: "draft" } });
    expect(await withdrawOffer(tomas(), withdrawal(listing.id))).toEqual({
      ok: true,
      value: { opportunityId: opportunity.id },
    });
    expect(await listingsOf(opportunity.id)).toEqual([]);
    const log = await database.db.select().from(events).where(eq(events.subjectId, listing.id));
    expect(log).toMatchObject([{ name: "listing.offer_withdrawn", districtId: riverbend.id }]);
  });

  it.each(["submitted", "changes_requested", "published", "declined"] as const)("refuses one %s", async (state) => {
    const { listing } = await givenListing(database.db, { listing: { state } });
    expect(await withdrawOffer(tomas(), withdrawal(listing.id))).toEqual({ ok: false, refusal: "already_sent" });
  });

  it("answers another partner as if it were not there", async () => {
    const { listing } = await givenListing(database.db, { listing: { state: "draft" } });
    expect(await withdrawOffer(owen(), withdrawal(listing.id))).toEqual({ ok: false, refusal: "not_found" });
  });
});

describe("what a partner sees of its offers", () => {
  it("is where each stands and its story, and nothing of others'", async () => {
    const { id } = await givenOpportunity(database.db);
    await offerToDistricts(tomas(), offer(id, [riverbend.id, lakeshore.id]));
    const offers = await listOffers(tomas(), id);
    expect(offers.map(({ districtName, state, everSent }) => [districtName, state, everSent])).toEqual([
      [lakeshore.name, "draft", false],
      [riverbend.name, "draft", false],
    ]);
    expect((await listMoments(tomas(), offers)).map(({ name }) => name)).toEqual([
      "listing.offered",
      "listing.offered",
    ]);
    expect(await listOffers(owen(), id)).toEqual([]);
  });

  it("names the districts to offer to, and whether sending is possible today", async () => {
    expect(await listPartnerDistricts(grace(), organizations.kitchen.id)).toMatchObject([
      { name: lakeshore.name, status: "requested", inForce: false },
      { name: riverbend.name, status: "approved", inForce: true },
    ]);
    expect(await listPartnerDistricts(owen(), organizations.kitchen.id)).toEqual([]);
  });
});

it("is not offered where a district does not offer its kind, and not sent there for the first time", async () => {
  const { db } = database;
  const opportunity = await givenOpportunity(db);
  const wanted = { opportunityId: opportunity.id, districtIds: [districts.lakeshore.id] };
  const drafted = await givenListing(db, { listing: { state: "draft" } });
  const sentBefore = await givenListing(db, { listing: { state: "changes_requested" } });
  const withheld = { kind: "PaidInternship", withheldAt: TEST_NOW };
  await db.insert(districtKinds).values([
    { districtId: districts.lakeshore.id, ...withheld },
    { districtId: districts.riverbend.id, ...withheld },
  ]);
  const key = () => ({ idempotencyKey: randomUUID() });
  expect(await offerToDistricts(tomas(), { ...wanted, ...key() })).toEqual({ ok: false, refusal: "kind_not_offered" });
  expect(await submitListing(tomas(), { listingId: drafted.listing.id, ...key() })).toEqual({
    ok: false,
    refusal: "kind_not_offered",
  });
  expect(await submitListing(tomas(), { listingId: sentBefore.listing.id, ...key() })).toMatchObject({ ok: true });
  await db.delete(districtKinds);
  expect(await offerToDistricts(tomas(), { ...wanted, ...key() })).toMatchObject({ ok: true });
});
