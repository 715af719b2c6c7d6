import { beforeAll, expect, test } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import type { PublishedList } from "#app/domain/editions/published-list.ts";
import { readLiveList } from "#app/domain/editions/published-list.server.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { contentOf, nodesOf, readPdf } from "#tests/support/read-pdf.ts";
import { printListingFlyer, printPathwayFlyer } from "./flyer.server.ts";

const database = useTestDatabase();
let list: PublishedList;

beforeAll(async () => {
  await givenListing(database.db);
  const district = (await getDistrictBySlug(database.db, "riverbend"))!;
  list = await readLiveList(database.db, district, TEST_NOW);
});

const orderOf = (locale: "en" | "es" = "en") => ({
  ...{ list, locale, origin: "https://list.example.org", madeAt: TEST_NOW },
  codes: new Map(list.entries.map(({ id }) => [id, "kt7n4b"])),
});

test("a listing's flyer is one tagged page that leads to it", async () => {
  const { pages, text, info } = await readPdf(printListingFlyer(orderOf(), list.entries[0]!));
  expect(pages).toHaveLength(1);
  expect(text).toContain("Bicycle repair helper");
  expect(info).toMatchObject({ Title: "Bicycle repair helper · Riverbend Community Schools", Language: "en" });
  const nodes = [...nodesOf(pages[0]!.structure)];
  expect(nodes.filter(({ role }) => role === "H1")).toHaveLength(1);
  expect(nodes.filter(({ role }) => role === "Figure").map(({ alt }) => alt)).toEqual([
    "QR code that opens list.example.org/go/kt7n4b",
  ]);
  expect(pages[0]!.links.map(({ url }) => url)).toEqual(["https://list.example.org/go/kt7n4b"]);
  expect(nodes.filter(({ role }) => role === "Link").flatMap(contentOf).length).toBeGreaterThan(1);
});

test("in Spanish it says that its text is in English", async () => {
  const { text, info } = await readPdf(printListingFlyer(orderOf("es"), list.entries[0]!));
  expect(info).toMatchObject({ Language: "es" });
  expect(text).toContain("En inglés");
});

test("a pathway's flyer names what serves it", async () => {
  const [pathway] = list.pathways;
  const serving = { ...list.entries[0]!, pathwayIds: [pathway!.id] };
  const order = { ...orderOf(), list: { ...list, entries: [serving] } };
  const { pages, text } = await readPdf(printPathwayFlyer(order, pathway!, "https://list.example.org/go/bcdfgh"));
  expect(pages).toHaveLength(1);
  expect(text).toContain("Bicycle repair helper");
  expect(text).toContain(pathway!.name);
});

test.each(NAUGHTY_STRINGS)("one page holds whatever was typed: %j", async (typed) => {
  const like = list.entries[0]!;
  const listing = {
    ...like,
    noteToReaders: typed,
    content: { ...like.content, title: typed, summary: typed, city: typed },
  };
  const { pages } = await readPdf(printListingFlyer(orderOf(), listing));
  expect(pages).toHaveLength(1);
});
