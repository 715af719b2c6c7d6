import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { partnerships } from "#db/schema/organizations.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asPartner, givenListing } from "#tests/support/givens.ts";
import { EMPTY_CONTENT } from "../opportunities/empty-content.ts";
import { saveDraft } from "../opportunities/drafting.server.ts";
import { submitListing } from "./submission.server.ts";

const database = useTestDatabase();
const tomas = () => asPartner(database.db, people.tomas.id, [organizations.bluestem.id]);
const owen = () => asPartner(database.db, people.owen.id, [organizations.harbor.id]);
const submission = (listingId: string) => ({ listingId, idempotencyKey: randomUUID() });
const stored = async (id: string) => (await database.db.select().from(listings).where(eq(listings.id, id)))[0]!;
const eventsOf = (subjectId: string) => database.db.select().from(events).where(eq(events.subjectId, subjectId));
const revisionsOf = (opportunityId: string) =>
  database.db.select().from(opportunityRevisions).where(eq(opportunityRevisions.opportunityId, opportunityId));

async function withPartnership(changes: Partial<typeof partnerships.$inferInsert>, work: () => Promise<void>) {
  const own = and(
    eq(partnerships.organizationId, organizations.bluestem.id),
    eq(partnerships.districtId, districts.riverbend.id),
  );
  const [before] = await database.db.select().from(partnerships).where(own);
  await database.db.update(partnerships).set(changes).where(own);
  try {
    await work();
  } finally {
    await database.db.update(partnerships).set(before!).where(own);
  }
}

describe("sending to review", () => {
  it.each(["draft", "changes_requested"] as const)("freezes the text of a %s listing and asks", async (state) => {
    const { listing, opportunity } = await givenListing(database.db, { listing: { state } });
    expect(await submitListing(tomas(), submission(listing.id))).toEqual({ ok: true, value: { state: "submitted" } });
    const sent = await stored(listing.id);
    expect(sent).toMatchObject({ state: "submitted", submittedAt: tomas().now, version: listing.version + 1 });
    const revisions = await revisionsOf(opportunity.id);
    expect(revisions).toMatchObject([{ id: sent.submittedRevisionId, content: { title: opportunity.title } }]);
    expect(await eventsOf(listing.id)).toMatchObject([
      { name: "listing.submitted", actorId: people.tomas.id, districtId: districts.riverbend.id },
    ]);
  });

  it("freezes what is judged, not who wrote it for whom", async () => {
    const { listing, opportunity } = await givenListing(database.db, { listing: { state: "draft" } });
    const byPhone = { enteredBy: people.dana.id, enteredAt: tomas().now, version: opportunity.version + 1 };
    await database.db.update(opportunities).set(byPhone).where(eq(opportunities.id, opportunity.id));
    await submitListing(tomas(), submission(listing.id));
    const sent = (await revisionsOf(opportunity.id)).find(({ version }) => version === byPhone.version);
    expect(Object.keys(sent!.content).toSorted()).toEqual(Object.keys(EMPTY_CONTENT).toSorted());
  });

  it("keeps the sent text as it was while the partner writes on", async () => {
    const { listing, opportunity } = await givenListing(database.db, { listing: { state: "changes_requested" } });
    await submitListing(tomas(), submission(listing.id));
    await saveDraft(tomas(), {
      opportunityId: opportunity.id,
      version: 1,
      changes: { title: "Later words" },
      idempotencyKey: randomUUID(),
    });
    expect((await revisionsOf(opportunity.id)).map(({ content }) => content.title)).toEqual([opportunity.title]);
  });

  it("answers the same form twice with the first answer", async () => {
    const { listing } = await givenListing(database.db, { listing: { state: "draft" } });
    const form = submission(listing.id);
    const outcomes = await Promise.all([1, 2, 3].map(() => submitListing(tomas(), form)));
    expect(outcomes).toEqual(Array(3).fill({ ok: true, value: { state: "submitted" } }));
    expect(await eventsOf(listing.id)).toHaveLength(1);
  });

  it("sends one of two forms of two tabs", async () => {
    const { listing } = await givenListing(database.db, { listing: { state: "draft" } });
    const outcomes = await Promise.all([1, 2].map(() => submitListing(tomas(), submission(listing.id))));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, refusal: "not_editable" });
  });
});

describe("what it refuses", () => {
  it("another partner's listing and an unknown one, the same way", async () => {
    const { listing } = await givenListing(database.db, { listing: { state: "draft" } });
    expect(await submitListing(owen(), submission(listing.id))).toEqual({ ok: false, refusal: "not_found" });
    expect(await submitListing(owen(), submission(randomUUID()))).toEqual({ ok: false, refusal: "not_found" });
    expect((await stored(listing.id)).state).toBe("draft");
  });

  it.each(["submitted", "declined", "approved", "closed", "expired", "suspended"] as const)(
    "a listing that is %s",
    async (state) => {
      const { listing } = await givenListing(database.db, { listing: { state } });
      expect(await submitListing(tomas(), submission(listing.id))).toEqual({ ok: false, refusal: "not_editable" });
    },
  );

  it("an incomplete text", async () => {
    const { listing } = await givenListing(database.db, {
      opportunity: { howToAsk: null },
      listing: { state: "draft" },
    });
    expect(await submitListing(tomas(), submission(listing.id))).toEqual({ ok: false, refusal: "incomplete" });
    expect(await eventsOf(listing.id)).toEqual([]);
  });

  it("a district that has not approved the organization, or no longer does", async () => {
    const { listing } = await givenListing(database.db, { listing: { state: "draft" } });
    const refusal = { ok: false, refusal: "partnership_not_in_force" };
    for (const changes of [{ status: "requested" }, { status: "suspended" }, { inForceUntil: "2027-02-08" }] as const)
      await withPartnership(changes, async () => {
        expect(await submitListing(tomas(), submission(listing.id))).toEqual(refusal);
      });
  });

  it("nothing on the agreement's last day, which ends in the district's zone", async () => {
    const { listing } = await givenListing(database.db, { listing: { state: "draft" } });
    // 05:30 in London, still the 9th in Riverbend.
    const late = { ...tomas(), now: new Date("2027-02-10T05:30:00Z") };
    await withPartnership({ inForceUntil: "2027-02-09" }, async () => {
      expect(await submitListing(late, submission(listing.id))).toMatchObject({ ok: true });
    });
  });
});

describe("an edit of a published listing", () => {
  it("waits beside the approved text, which stays public", async () => {
    const { listing, opportunity } = await givenListing(database.db);
    await database.db
      .update(opportunities)
      .set({ title: "New words", version: 2 })
      .where(eq(opportunities.id, opportunity.id));
    expect(await submitListing(tomas(), submission(listing.id))).toEqual({ ok: true, value: { state: "published" } });
    const edited = await stored(listing.id);
    expect(edited).toMatchObject({ state: "published", publishedRevisionId: listing.publishedRevisionId });
    expect(edited.submittedRevisionId).not.toBe(listing.publishedRevisionId);
    expect(await eventsOf(listing.id)).toMatchObject([{ name: "listing.edited" }]);
  });

  it("is refused when nothing was changed", async () => {
    const { listing } = await givenListing(database.db);
    expect(await submitListing(tomas(), submission(listing.id))).toEqual({ ok: false, refusal: "nothing_changed" });
  });
});
