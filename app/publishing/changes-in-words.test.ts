import { expect, it } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { changedParts } from "#app/domain/editions/compare-editions.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import { EMPTY_CONTENT } from "#app/domain/opportunities/empty-content.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.ts";
import { changesInWords } from "./changes-in-words.ts";

const LISTING: PublishedListing = {
  ...{ id: "a", slug: "bike-helper", subClusters: ["010303"], pathwayIds: ["p1"], labels: [], schoolIds: [] },
  ...{ onlyGrades: [], onlyGroups: [], noteToReaders: null, publishedAt: null, confirmedAt: null, version: 1 },
  ...{ publishedOn: null, confirmedOn: null, closesOn: "2027-05-01", revisedAt: new Date(0) },
  organization: { id: "o", name: "Bluestem Bikes", sector: "business", about: null, website: null },
  content: { ...EMPTY_CONTENT, title: "Bike helper", places: 2, pay: "unpaid", description: "Flats" },
};
const names = {
  pathways: [{ id: "p1", slug: "making", name: "Making", nameEs: "Fabricación", subClusters: [] }],
  clusters: [],
  schools: [{ id: "s1", name: "East High" }],
  labels: [{ name: "Summer", nameEs: "Verano" }],
};

type Changes = Partial<Omit<PublishedListing, "content">> & { content?: Partial<PublishedListing["content"]> };
function said(changes: Changes, locale: Locale = "en") {
  const after = { ...LISTING, ...changes, content: { ...LISTING.content, ...changes.content } };
  const parts = changedParts(LISTING, after);
  return changesInWords(
    { before: LISTING, after, parts },
    { t: translator(locale), locale, before: names, after: names },
  );
}
const ours = (text: string) => ({ text, lang: undefined });

it.each<[Changes, string, string | null, string | null]>([
  [{ closesOn: "2027-05-15" }, "Last day to ask", "May 1, 2027", "May 15, 2027"],
  [{ closesOn: null }, "Last day to ask", "May 1, 2027", "No closing date"],
  [{ content: { pay: "paid" } }, "Pay and credit", "Not paid", "Paid"],
  [{ content: { pay: null } }, "Pay and credit", "Not paid", null],
  [{ content: { title: "Mechanic" } }, "Title", "Bike helper", "Mechanic"],
  [{ content: { places: 3 } }, "Places", "2 places", "3 places"],
  [{ content: { gradeMin: 9, gradeMax: 12 } }, "Who may go", "No grade or age given", "Grades 9–12"],
  [{ content: { city: "Moline", state: "IL" } }, "Where", null, "Moline · IL"],
  [{ pathwayIds: [] }, "Pathways", "Making", null],
  [{ schoolIds: ["s1"] }, "For schools", null, "East High"],
  [{ labels: ["Summer"] }, "Labels", null, "Summer"],
  [{ content: { description: "Flats and brakes" } }, "Text", null, null],
  [{ noteToReaders: "Ask early" }, "The district’s note", null, null],
])("%j is said", (changes, what, before, now) => {
  expect(said(changes)).toEqual([
    { what, before: before === null ? null : ours(before), now: now === null ? null : ours(now) },
  ]);
});

it("says it in the reader's language, and marks what the partner typed in its own", () => {
  expect(said({ closesOn: "2027-05-15" }, "es")).toEqual([
    { what: "Último día para pedir", before: ours("1 de mayo de 2027"), now: ours("15 de mayo de 2027") },
  ]);
  expect(said({ content: { payDetail: "$12 an hour" } }, "es")[0]?.now).toMatchObject({ lang: "en" });
  expect(said({ labels: ["Summer"] }, "es")[0]?.now).toEqual(ours("Verano"));
});
