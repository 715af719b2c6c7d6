import { expect, test } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { readLiveList } from "#app/domain/editions/published-list.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { plainList } from "./plain-text.ts";

const database = useTestDatabase();

async function textOf(locale: "en" | "es" = "en", change: (title: string) => string = (title) => title) {
  const district = (await getDistrictBySlug(database.db, "riverbend"))!;
  const list = await readLiveList(database.db, district, TEST_NOW);
  for (const { content } of list.entries) content.title = change(content.title);
  const codes = new Map(list.entries.map(({ id }) => [id, "kt7n4b"]));
  const printing = { list, locale, t: translator(locale), origin: "https://list.example.org", codes };
  return [...plainList(printing)].join("");
}

test("a list is text of at most 72 signs a line, with an address to each listing", async () => {
  await givenListing(database.db);
  const text = await textOf();
  expect(text.split("\n").filter((line) => line.length > 72)).toEqual([]);
  expect(text).toContain("* Paid internship: Bicycle repair helper\n  Bluestem Bikes\n");
  expect(text).toContain("\n  https://list.example.org/go/kt7n4b\n");
  expect(await textOf("es")).toContain("\n  https://list.example.org/es/go/kt7n4b\n");
});

test.each(NAUGHTY_STRINGS.filter((text) => text.length < 500))(
  "nothing typed begins a line of its own: %j",
  async (typed) => {
    const text = await textOf("en", () => `Helper ${typed} * Paid internship: Fake`);
    expect(text.split("\n").filter((line) => line.startsWith("* "))).toHaveLength(1);
    expect(text).not.toMatch(/[\u0000\u202e\u2028]/);
  },
);
