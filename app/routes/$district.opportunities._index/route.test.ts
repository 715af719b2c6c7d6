import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { districtKinds, districts as districtRows } from "#db/schema/districts.ts";
import { districts, organizations } from "#db/seed/cast.ts";
import "#app/i18n/catalogs.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { createSearch } from "#app/search/create-search.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { answers, readingLists, titles } from "#tests/support/lists.ts";
import { givenSearchable } from "#tests/support/searchable.ts";
import { headers } from "./route.tsx";

const database = useTestDatabase();

const { list, html } = readingLists(database);

describe("a district's list", () => {
  it("shows its own listings, narrows them by filters and counts each", async () => {
    const { db } = database;
    await givenSearchable(db, { opportunity: { title: "Wheel truing" } });
    await givenSearchable(db, { opportunity: { title: "Shop mentor", kind: "Mentorship", pay: "unpaid" } });
    await givenSearchable(db, {
      opportunity: { title: "Boat building", organizationId: organizations.harbor.id },
      listing: { districtId: districts.lakeshore.id },
    });
    expect(titles(await list(""))).toEqual(["Shop mentor", "Wheel truing"]);
    expect(titles(await list("", { district: "lakeshore" }))).toEqual(["Boat building"]);

    const filtered = await list("kind=Mentorship");
    expect(titles(filtered)).toEqual(["Shop mentor"]);
    expect(filtered.chips).toEqual([{ name: "kind", value: "Mentorship", label: "Mentorship" }]);
    expect(answers(filtered, "kind").map(({ value, count, chosen }) => [value, count, chosen])).toEqual([
      ["PaidInternship", 1, false],
      ["Mentorship", 1, true],
    ]);
    expect(titles(await list("pay=paid"))).toEqual(["Wheel truing"]);
  });

  it("says everything in Spanish under its prefix, and links to pages that keep it", async () => {
    await givenSearchable(database.db, { opportunity: { title: "Taller de bicis", language: "es" } });
    const page = html(await list("q=bicis", { locale: "es" }), "es");
    expect(page).toContain("1 oportunidad");
    expect(page).toContain("Pasantía pagada");
    expect(page).toMatch(/href="\/es\/riverbend\/opportunities\/bicycle-repair-helper-/);
    expect(page).toContain('action="/es/riverbend/opportunities"');
  });

  it("finds a place, and says which it does not know without losing the list", async () => {
    await givenSearchable(database.db);
    const near = await list("where=61201&within=5&sort=nearest");
    expect(near).toMatchObject({ unknownPlace: false, place: "61201 Rock Island", within: "5", sort: "nearest" });
    expect(near.cards[0]).toMatch(/\d mile/);

    const lost = await list("where=Narnia");
    expect(lost).toMatchObject({ unknownPlace: true, place: null, within: null });
    expect(lost.total).toBeGreaterThan(0);
    expect(html(lost)).toContain("We don&#x27;t know a place called “Narnia”");
  });

  it("offers the nearest ways to widen when nothing fits, each with what it finds", async () => {
    await givenSearchable(database.db, { opportunity: { title: "Kayak guide", kind: "JobShadowing", pay: "unpaid" } });
    const none = await list("q=kayak&kind=Mentorship");
    expect(none.total).toBe(0);
    const words = none.widenings.map(({ gives, total }) => [gives.part, total]);
    expect(words).toContainEqual(["group", 1]);
    expect(none.widenings.find(({ gives }) => gives.part === "group")?.query).toBe("q=kayak");
    expect(html(none)).toContain("Any choice for: Kind of experience");
  });

  it("shows typed and stored markup as text", async () => {
    const attack = `<img src=x onerror=alert(1)>"'&<script>alert(2)</script>`;
    await givenSearchable(database.db, { opportunity: { title: attack, city: attack, schedule: attack } });
    for (const query of [`q=${encodeURIComponent(attack)}`, `where=${encodeURIComponent(attack)}`, "sort=newest"]) {
      const page = html(await list(query));
      expect(page).not.toMatch(/<img(?! src="\/riverbend\/)|<script/);
    }
  });

  it("answers every odd question with a page", async () => {
    for (const text of NAUGHTY_STRINGS) {
      const value = encodeURIComponent(Buffer.from(text).toString());
      const shown = await list(`q=${value}&where=${value}&kind=${value}&grade=${value}&page=${value}&within=${value}`);
      expect(shown.total).toBeGreaterThanOrEqual(0);
    }
  });

  it("leads a page past the end to the last one", async () => {
    await givenSearchable(database.db);
    const response = await thrownBy(list("page=90"));
    expect(response.status).toBe(302);
    expect(response.headers.get("Location")).toBe("/riverbend/opportunities");
  });

  it("tells readers when the spare engine answered", async () => {
    const { context } = await ask(database.db);
    const search = createSearch({ db: database.db, env: {}, log: context.log });
    const degraded = {
      ...search,
      search: async (asked: Parameters<typeof search.search>[0]) => ({
        ...(await search.search(asked)),
        degraded: true,
      }),
    };
    expect(html(await list("", { context: { search: degraded } }))).toContain("Search is in simple mode");
    expect(html(await list(""))).not.toContain("Search is in simple mode");
  });

  it("is not found for a district that does not exist", async () => {
    expect((await thrownBy(list("", { district: "nowhere" }))).status).toBe(404);
  });

  it("may be kept for everyone", () => {
    expect(headers()).toEqual({ "X-Page-Cache": "public" });
  });
});

it("speaks with the district's own words, in its filters and on its cards", async () => {
  const { db } = database;
  await givenSearchable(db, { opportunity: { kind: "PaidInternship", subClusters: ["040206"] } });
  const own = { vocabulary: { cluster_one: { en: "Career cluster" } }, clusterWording: "classic" } as const;
  await db
    .update(districtRows)
    .set({ ...own, version: 2 })
    .where(eq(districtRows.id, districts.riverbend.id));
  const named = { kind: "PaidInternship", name: "Executive internship", nameEs: "Pasantía ejecutiva" };
  await db.insert(districtKinds).values({ districtId: districts.riverbend.id, ...named });
  const said = async (locale: Locale) => {
    const shown = await list("kind=PaidInternship", { locale });
    return [
      shown.chips[0]?.label,
      /id="filter-cluster".*?<legend[^>]*>([^<]*)/.exec(shown.groups.asked)?.[1],
      answers(shown, "cluster").find(({ value }) => value === "040200")?.label,
      shown.cards[0],
    ];
  };
  const [chip, legend, cluster, card] = await said("en");
  expect([chip, legend]).toEqual(["Executive internship", "Career cluster"]);
  expect(cluster).toMatch(/^Health Science \/ Human Services/);
  expect(card).toContain("Executive internship");
  expect((await said("es")).join()).toContain("Pasantía ejecutiva,Área,Ciencias de la salud");
});
