import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { listings } from "#db/schema/listings.ts";
import { getDistrictBySlug, listSchools } from "#app/domain/districts/districts.server.ts";
import { findPlace } from "#app/domain/districts/places.server.ts";
import { districts, organizations } from "#db/seed/cast.ts";
import "#app/i18n/catalogs.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { givenSearchable } from "#tests/support/searchable.ts";
import { loader } from "./route.ts";
import type { Suggestion } from "./suggestions.server.ts";

const database = useTestDatabase();

interface Asked {
  district?: string;
  locale?: Locale;
}

async function answer(query: Record<string, string>, { district = "riverbend", locale = "en" }: Asked = {}) {
  const url = `/${district}/suggestions?${new URLSearchParams(query)}`;
  const response = await loader(await ask(database.db, { url, params: { district }, context: { locale } }));
  const { options, said } = (await response.json()) as { options: Suggestion[]; said: string };
  return { options, said, cached: response.headers.get("x-page-cache") };
}
const what = async (q: string, as: Asked = {}) => (await answer({ box: "what", q }, as)).options;
const where = async (q: string, as: Asked = {}) => (await answer({ box: "where", q }, as)).options;

describe("suggestions for What?", () => {
  it("are kinds, organizations and listings, each with where it leads", async () => {
    const { listing } = await givenSearchable(database.db, { opportunity: { title: "Mentor a bike rider" } });
    await givenSearchable(database.db, { opportunity: { title: "Shop hours", kind: "Mentorship" } });
    const { options, said, cached } = await answer({ q: "ment" });
    expect(options).toEqual([
      { text: "Mentorship", note: "Kind of experience", filter: ["kind", "Mentorship"] },
      {
        text: "Mentor a bike rider",
        note: organizations.bluestem.name,
        href: `/riverbend/opportunities/${listing.slug}`,
      },
    ]);
    expect({ said, cached }).toEqual({ said: "2 suggestions. Use the arrow keys.", cached: "public" });
  });

  it("name an organization by its page, and only once it has something on the list", async () => {
    const { id, name } = organizations.kitchen;
    expect(await what(name)).toEqual([]);
    await givenSearchable(database.db, { opportunity: { organizationId: id } });
    expect(await what(name)).toEqual([{ text: name, note: "Organization", href: `/riverbend/partners/${id}` }]);
  });

  it("are places too, which belong into the other box, after what is called so", async () => {
    const { listing } = await givenSearchable(database.db, { opportunity: { title: "Moline river walk" } });
    expect(await what("moline")).toEqual([
      { text: "Moline, IL", note: "City or town", place: "Moline, IL" },
      expect.objectContaining({ text: "East Moline, IL", place: "East Moline, IL" }),
      expect.objectContaining({ href: `/riverbend/opportunities/${listing.slug}` }),
    ]);
    const [school] = await listSchools(database.db, districts.riverbend.id);
    expect(await what(school!.name)).toContainEqual({ text: school!.name, note: "School", place: school!.name });
    expect(await what("61201")).toContainEqual({ text: "61201", note: "Rock Island", place: "61201" });
  });

  it("speak Spanish under its prefix", async () => {
    await givenSearchable(database.db);
    const [kind] = await what("pasan", { locale: "es" });
    expect(kind).toEqual({ text: "Pasantía pagada", note: "Tipo de experiencia", filter: ["kind", "PaidInternship"] });
    const [, listing] = await what("bi", { locale: "es" });
    expect((listing ?? kind)?.href ?? "/es/").toMatch(/^\/es\//);
  });

  it("leave out what has left the list though an index still names it, and other districts", async () => {
    const { listing } = await givenSearchable(database.db, { opportunity: { title: "Kite building" } });
    expect(await what("kite", { district: "lakeshore" })).toEqual([]);
    await database.db.update(listings).set({ state: "suspended" }).where(eq(listings.id, listing.id));
    expect(await answer({ q: "kite" })).toMatchObject({ options: [], cached: null });
    const missing = ask(database.db, { url: "/nowhere/suggestions?q=ki", params: { district: "nowhere" } });
    expect((await thrownBy(missing.then(loader))).status).toBe(404);
  });
});

describe("suggestions for Where?", () => {
  it.each([
    ["612", "61201", "Rock Island"],
    ["moli", "Moline, IL", "City or town"],
    ["rock island i", "Rock Island, IL", "City or town"],
    ["davenprot", "Davenport, IA", "City or town"],
  ])("%j begins with %s", async (typed, fill, note) => {
    const options = await where(typed);
    expect(options).toContainEqual({ text: fill, note, fill });
    expect(options.length).toBeLessThanOrEqual(8);
  });

  it("are the district's own schools first", async () => {
    const [school] = await listSchools(database.db, districts.riverbend.id);
    const typed = school!.name.slice(0, 6);
    expect((await where(typed))[0]).toMatchObject({ text: school!.name, note: "School" });
    expect((await where(typed, { district: "lakeshore" })).map(({ text }) => text)).not.toContain(school!.name);
  });

  it("are understood by the search they fill", async () => {
    const district = await getDistrictBySlug(database.db, "riverbend");
    for (const typed of ["612", "mo", "riv", "st"])
      for (const { fill = "" } of await where(typed))
        expect(await findPlace(database.db, district!, fill)).not.toBeNull();
  });
});

it("answers any text, and nothing to a single letter", async () => {
  expect(await what("b")).toEqual([]);
  for (const text of ["%", "_ _", "'; drop table zip_points; --", "\\", "a".repeat(5_000), ...NAUGHTY_STRINGS]) {
    expect((await what(text)).length).toBeLessThanOrEqual(8);
    expect((await where(text)).length).toBeLessThanOrEqual(8);
  }
});
