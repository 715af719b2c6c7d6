import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { listings, listingViews } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { listingTranslations } from "#db/schema/translations.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing, givenRevision } from "#tests/support/givens.ts";
import { givenTranslation } from "#tests/support/translations.ts";
import { countTranslations, getTranslation, listTranslations } from "./translation-desk.server.ts";
import type { TranslationFilter, TranslationOrder } from "./translations.ts";

const database = useTestDatabase();
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const shown = (show: TranslationFilter, order: TranslationOrder = "closing", page = 1) =>
  listTranslations(dana(), { show, order, page });
const ids = async (...asked: Parameters<typeof shown>) => (await shown(...asked)).map(({ id }) => id);
const WHOLE = { title: "Ayudante", summary: "Aprende.", description: "Empieza." };

beforeEach(() => database.db.update(listings).set({ state: "closed" }));

it("says of each listing where its Spanish stands, and counts them", async () => {
  const { db } = database;
  const missing = await givenListing(db);
  const half = await givenListing(db);
  const partners = await givenListing(db, {
    opportunity: { titleEs: "Ayudante", summaryEs: "Aprende.", descriptionEs: "Empieza." },
  });
  const spanish = await givenListing(db, { opportunity: { language: "es" } });
  const written = await givenListing(db);
  const older = await givenListing(db);
  const machine = await givenListing(db);
  await givenListing(db, { listing: { closesOn: "2027-02-01" } });
  await givenListing(db, { listing: { state: "submitted" } });
  await givenTranslation(dana(), half.listing, { title: "Ayudante" });
  await givenTranslation(dana(), written.listing, WHOLE);
  await givenTranslation(dana(), older.listing, WHOLE);
  const [changed] = await db
    .update(opportunities)
    .set({ summary: "Another one.", version: 2 })
    .where(eq(opportunities.id, older.opportunity.id))
    .returning();
  const publishedRevisionId = await givenRevision(db, changed!);
  await db.update(listings).set({ publishedRevisionId }).where(eq(listings.id, older.listing.id));
  await db.insert(listingTranslations).values({
    ...{ ...WHOLE, listingId: machine.listing.id, locale: "es", made: "machine" },
    revisionId: machine.listing.publishedRevisionId!,
  });

  expect(await countTranslations(dana())).toEqual({ missing: 2, machine: 1, older: 1, done: 3, all: 7 });
  expect(await countTranslations(priya())).toEqual({ missing: 0, machine: 0, older: 0, done: 0, all: 0 });
  const rows = new Map((await shown("all")).map((row) => [row.id, row]));
  const stands = ({ listing }: { listing: { id: string } }) => rows.get(listing.id);
  expect(stands(missing)).toMatchObject({ state: "missing", missing: ["title", "summary", "description"], made: null });
  expect(stands(half)).toMatchObject({ state: "missing", missing: ["summary", "description"] });
  expect(stands(partners)).toMatchObject({ state: "done", made: null });
  expect(stands(spanish)).toMatchObject({ state: "done", made: null, language: "es" });
  expect(stands(written)).toMatchObject({ state: "done", made: "written" });
  expect(await ids("older")).toEqual([older.listing.id]);
  expect(await ids("machine")).toEqual([machine.listing.id]);
  expect((await ids("done")).toSorted()).toEqual(
    [partners, spanish, written].map(({ listing }) => listing.id).toSorted(),
  );
  expect(await getTranslation(dana(), older.listing.id)).toMatchObject({
    olderSource: { summary: older.opportunity.summary, requirements: null },
    checkedBy: people.dana.name,
  });
  expect(await getTranslation(priya(), older.listing.id)).toBeNull();
});

it("lists what closes soonest first, or what is looked at most, page by page", async () => {
  const { db } = database;
  const open = await givenListing(db, { listing: { closesOn: null } });
  const late = await givenListing(db, { listing: { closesOn: "2027-06-01" } });
  const soon = await givenListing(db, { listing: { closesOn: "2027-02-20" } });
  const [a, b, c] = [soon, late, open].map(({ listing }) => listing.id);
  await db.insert(listingViews).values([
    { listingId: c!, day: "2027-02-08", seen: 9 },
    { listingId: b!, day: "2027-02-01", seen: 2 },
    { listingId: b!, day: "2027-02-02", seen: 2 },
    { listingId: a!, day: "2026-11-01", seen: 99 },
  ]);
  expect(await ids("missing")).toEqual([a, b, c]);
  expect(await ids("missing", "viewed")).toEqual([c, b, a]);
  expect((await shown("missing", "viewed")).map(({ seen }) => seen)).toEqual([9, 4, 0]);
  for (let made = 3; made < 26; made++) await givenListing(db, { listing: { closesOn: sql`null` as never } });
  expect(await ids("missing")).toHaveLength(25);
  expect(await ids("missing", "closing", 2)).toHaveLength(1);
});
