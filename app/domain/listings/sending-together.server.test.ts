import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asPartner, givenListing, givenOpportunity } from "#tests/support/givens.ts";
import { sendToDistricts } from "./sending-together.server.ts";
import { submitListing } from "./submission.server.ts";

const database = useTestDatabase();
const tomas = () => asPartner(database.db, people.tomas.id, [organizations.bluestem.id]);
const owen = () => asPartner(database.db, people.owen.id, [organizations.harbor.id]);
const grace = () => asPartner(database.db, people.grace.id, [organizations.college.id, organizations.kitchen.id]);
const { riverbend, lakeshore } = districts;
const both = (opportunityId: string, idempotencyKey: string = randomUUID()) => ({
  ...{ opportunityId, idempotencyKey },
  districtIds: [riverbend.id, lakeshore.id],
});
const statesOf = async (opportunityId: string) => {
  const rows = await database.db.select().from(listings).where(eq(listings.opportunityId, opportunityId));
  return Object.fromEntries(rows.map(({ districtId, state }) => [districtId, state]));
};
const eventsIn = async (opportunityId: string, districtId: string) => {
  const rows = await database.db
    .select({ name: events.name })
    .from(events)
    .innerJoin(listings, eq(listings.id, events.subjectId))
    .where(and(eq(listings.opportunityId, opportunityId), eq(events.districtId, districtId)))
    .orderBy(events.name);
  return rows.map(({ name }) => name);
};
const answer = (districtId: string, refusal: string | null = null) => ({ districtId, refusal });

describe("sending to several districts", () => {
  it("offers and sends in one stroke, each district with its own events, once for a form sent twice", async () => {
    const { id } = await givenOpportunity(database.db);
    const form = both(id);
    for (const outcome of [await sendToDistricts(tomas(), form), await sendToDistricts(tomas(), form)])
      expect(outcome).toMatchObject({
        ok: true,
        value: expect.arrayContaining([answer(riverbend.id), answer(lakeshore.id)]),
      });
    expect(await statesOf(id)).toEqual({ [riverbend.id]: "submitted", [lakeshore.id]: "submitted" });
    for (const { id: districtId } of [riverbend, lakeshore])
      expect(await eventsIn(id, districtId)).toEqual(["listing.offered", "listing.submitted"]);
  });

  it("sends an edit of what is published as a pending revision, and what was sent back again", async () => {
    const { opportunity } = await givenListing(database.db);
    await givenListing(database.db, { listing: { state: "draft" } });
    await database.db.insert(listings).values({
      ...{ opportunityId: opportunity.id, districtId: lakeshore.id, slug: randomUUID(), state: "changes_requested" },
    });
    await database.db
      .update(opportunities)
      .set({ summary: "Another", version: opportunity.version + 1 })
      .where(eq(opportunities.id, opportunity.id));
    await sendToDistricts(tomas(), both(opportunity.id));
    expect(await statesOf(opportunity.id)).toEqual({ [riverbend.id]: "published", [lakeshore.id]: "submitted" });
    expect(await eventsIn(opportunity.id, riverbend.id)).toEqual(["listing.edited"]);
  });

  it("tells which district took it and which did not, and why", async () => {
    const { id } = await givenOpportunity(database.db, { organizationId: organizations.kitchen.id });
    const outcome = await sendToDistricts(grace(), both(id));
    const states = await statesOf(id);
    expect(outcome.ok && outcome.value).toEqual(
      expect.arrayContaining([answer(lakeshore.id, "partnership_not_in_force")]),
    );
    expect(states[lakeshore.id]).toBe("draft");
    expect(states[riverbend.id]).toBe("submitted");
  });

  it("refuses each that has it already or would get nothing new, and all when something is missing", async () => {
    const { opportunity } = await givenListing(database.db);
    await givenListing(database.db, { listing: { state: "submitted" } });
    const first = await sendToDistricts(tomas(), both(opportunity.id));
    expect(first).toMatchObject({
      value: expect.arrayContaining([answer(riverbend.id, "nothing_changed"), answer(lakeshore.id)]),
    });
    const second = await sendToDistricts(tomas(), both(opportunity.id));
    expect(second).toMatchObject({ value: expect.arrayContaining([answer(lakeshore.id, "not_editable")]) });
    const { id } = await givenOpportunity(database.db, { summary: null });
    expect(await sendToDistricts(tomas(), both(id))).toMatchObject({
      value: expect.arrayContaining([answer(riverbend.id, "incomplete"), answer(lakeshore.id, "incomplete")]),
    });
    expect(await statesOf(id)).toEqual({ [riverbend.id]: "draft", [lakeshore.id]: "draft" });
  });

  it("begins anew beside what has ended", async () => {
    const { opportunity } = await givenListing(database.db, { listing: { state: "closed" } });
    const outcome = await sendToDistricts(tomas(), { ...both(opportunity.id), districtIds: [riverbend.id] });
    expect(outcome).toMatchObject({ value: [answer(riverbend.id)] });
  });

  it("refuses another partner's text, and a district it does not work with, and writes nothing", async () => {
    const { id } = await givenOpportunity(database.db);
    expect(await sendToDistricts(owen(), both(id))).toEqual({ ok: false, refusal: "not_found" });
    expect(await sendToDistricts(tomas(), both(randomUUID()))).toEqual({ ok: false, refusal: "not_found" });
    const foreign = { ...both(id), districtIds: [riverbend.id, randomUUID()] };
    expect(await sendToDistricts(tomas(), foreign)).toEqual({ ok: false, refusal: "no_partnership" });
    expect(await statesOf(id)).toEqual({});
  });

  it("waits for nobody who sends to one of them at the same moment", async () => {
    const { listing, opportunity } = await givenListing(database.db, { listing: { state: "draft" } });
    await Promise.all([
      ...Array.from({ length: 4 }, () => sendToDistricts(tomas(), both(opportunity.id))),
      ...Array.from({ length: 4 }, () =>
        submitListing(tomas(), { listingId: listing.id, idempotencyKey: randomUUID() }),
      ),
    ]);
    expect(await statesOf(opportunity.id)).toEqual({ [riverbend.id]: "submitted", [lakeshore.id]: "submitted" });
    expect(await eventsIn(opportunity.id, riverbend.id)).toEqual(["listing.submitted"]);
  });
});
