import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { listingTranslations } from "#db/schema/translations.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, asPartner, givenListing, givenRevision } from "#tests/support/givens.ts";
import { listWaitingForIndex } from "#tests/support/indexing.ts";
import { listVersionOf } from "#tests/support/list-version.ts";
import { givenTranslation, inSpanish } from "#tests/support/translations.ts";
import { getDistrict } from "../districts/districts.server.ts";
import { listPublished } from "../listings/published.server.ts";
import { renewListing } from "../listings/renewing.server.ts";
import { saveTranslation } from "./translating.server.ts";

const database = useTestDatabase();
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const refused = (refusal: string) => ({ ok: false, refusal });
const HELPER = "Ayudante de bicicletas";

async function readByReaders(id: string, districtId = districts.riverbend.id) {
  const district = (await getDistrict(database.db, districtId))!;
  return (await listPublished(database.db, district, [id], TEST_NOW))[0]!;
}
const stored = async (listingId: string) =>
  (await database.db.select().from(listingTranslations).where(eq(listingTranslations.listingId, listingId)))[0];

/** The partner changes its text, and the district puts the change on the list. */
async function givenNewText(listing: { id: string; opportunityId: string }, changes: { description: string }) {
  const [opportunity] = await database.db
    .update(opportunities)
    .set({ ...changes, version: sql`version + 1` })
    .where(eq(opportunities.id, listing.opportunityId))
    .returning();
  const publishedRevisionId = await givenRevision(database.db, opportunity!);
  const texts = { publishedRevisionId, submittedRevisionId: publishedRevisionId };
  await database.db.update(listings).set(texts).where(eq(listings.id, listing.id));
  return publishedRevisionId;
}

describe("a district's Spanish", () => {
  it("is what readers read where the partner wrote none, at once, and is in the log", async () => {
    const { listing } = await givenListing(database.db, { opportunity: { summaryEs: "El socio lo dice así." } });
    const before = await listVersionOf(database.db, listing.districtId);
    const typed = inSpanish(listing, { title: HELPER, summary: "El distrito lo dice así." });
    const [first, again] = await Promise.all([saveTranslation(dana(), typed), saveTranslation(dana(), typed)]);
    expect(first).toEqual({ ok: true, value: { listingId: listing.id } });
    expect(again).toEqual(first);

    const { content, revisedAt, version } = await readByReaders(listing.id);
    expect(content).toMatchObject({ titleEs: HELPER, summaryEs: "El socio lo dice así.", descriptionEs: null });
    expect(revisedAt.getTime()).toBeGreaterThanOrEqual(TEST_NOW.getTime());
    expect(version).toBe(listing.version + 1);
    expect(await listVersionOf(database.db, listing.districtId)).toBe(before + 1);
    expect(await listWaitingForIndex(database.db)).toContain(listing.id);
    expect(await stored(listing.id)).toMatchObject({
      ...{ title: HELPER, summary: null, made: "written", version: 1 },
      ...{ checkedBy: people.dana.id, checkedAt: TEST_NOW },
    });
    const log = await database.db.select().from(events).where(eq(events.subjectId, listing.id));
    expect(log).toMatchObject([
      { name: "listing.translated", actorId: people.dana.id, detail: { made: "written", fields: 1 } },
    ]);
  });

  it("is its own: the same opportunity on another district's list has none of it", async () => {
    const { listing, opportunity } = await givenListing(database.db);
    const elsewhere = { opportunityId: opportunity.id, districtId: districts.lakeshore.id, slug: randomUUID() };
    const { id: _id, ...same } = { ...listing, ...elsewhere };
    const [other] = await database.db.insert(listings).values(same).returning();
    await givenTranslation(dana(), listing, { title: HELPER });
    expect((await readByReaders(listing.id)).content.titleEs).toBe(HELPER);
    expect((await readByReaders(other!.id, districts.lakeshore.id)).content.titleEs).toBeNull();
  });

  it("is shown after a change of the text in the fields that read as they did", async () => {
    const { listing } = await givenListing(database.db);
    await givenTranslation(dana(), listing, { title: HELPER, description: "Usted empieza con llantas." });
    await givenNewText(listing, { description: "You start with the front desk." });
    const { content } = await readByReaders(listing.id);
    expect(content).toMatchObject({ titleEs: HELPER, descriptionEs: null });
  });

  it("goes on with the listing that continues an ended one", async () => {
    const { listing } = await givenListing(database.db);
    await givenTranslation(dana(), listing, { title: HELPER });
    await database.db.update(listings).set({ state: "closed" }).where(eq(listings.id, listing.id));
    const tomas = asPartner(database.db, people.tomas.id, [organizations.bluestem.id]);
    const renewed = await renewListing(tomas, { listingId: listing.id, idempotencyKey: randomUUID() });
    if (!renewed.ok) throw new Error(renewed.refusal);
    const { listingId } = renewed.value;
    await database.db
      .update(listings)
      .set({ state: "published", publishedAt: TEST_NOW, publishedRevisionId: sql`submitted_revision_id` })
      .where(eq(listings.id, listingId));
    expect((await readByReaders(listingId)).content.titleEs).toBe(HELPER);
  });

  it("may be changed, and emptied", async () => {
    const { listing } = await givenListing(database.db);
    await givenTranslation(dana(), listing, { title: HELPER });
    await givenTranslation(dana(), listing, { title: "Ayudante", version: 1 });
    expect((await readByReaders(listing.id)).content.titleEs).toBe("Ayudante");
    await givenTranslation(dana(), listing, { version: 2 });
    expect((await readByReaders(listing.id)).content.titleEs).toBeNull();
  });
});

describe("what is refused", () => {
  it("a text that is another one now, and a translation that somebody saved meanwhile", async () => {
    const { listing } = await givenListing(database.db);
    await givenTranslation(dana(), listing, { title: HELPER });
    expect(await saveTranslation(dana(), inSpanish(listing, { title: "Otro" }))).toEqual(refused("changed_since_read"));
    await givenNewText(listing, { description: "Another text." });
    const late = inSpanish(listing, { title: "Otro", version: 1 });
    expect(await saveTranslation(dana(), late)).toEqual(refused("text_changed"));
    expect((await stored(listing.id))?.title).toBe(HELPER);
  });

  it("what the partner wrote in Spanish itself, and nothing at all", async () => {
    const spanish = await givenListing(database.db, { opportunity: { language: "es" } });
    const { listing } = await givenListing(database.db);
    expect(await saveTranslation(dana(), inSpanish(spanish.listing, { title: HELPER }))).toEqual(
      refused("nothing_missing"),
    );
    expect(await saveTranslation(dana(), inSpanish(listing, {}))).toEqual(refused("nothing_written"));
  });

  it("another district's listing, a draft, and one that is not there", async () => {
    const { listing } = await givenListing(database.db);
    const draft = await givenListing(database.db, { listing: { state: "draft" } });
    expect(await saveTranslation(priya(), inSpanish(listing, { title: HELPER }))).toEqual(refused("not_found"));
    const early = inSpanish({ ...listing, id: draft.listing.id }, { title: HELPER });
    expect(await saveTranslation(dana(), early)).toEqual(refused("not_found"));
    const none = inSpanish({ ...listing, id: randomUUID() }, { title: HELPER });
    expect(await saveTranslation(dana(), none)).toEqual(refused("not_found"));
    expect(await stored(listing.id)).toBeUndefined();
  });
});
