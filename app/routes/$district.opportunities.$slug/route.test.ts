import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { LocaleProvider } from "#app/i18n/locale.tsx";
import type { Locale } from "#app/i18n/locales.ts";
import { ListingView } from "#app/ui/listing-view.tsx";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { givenSearchable } from "#tests/support/searchable.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();
const daysAgo = (days: number) => new Date(TEST_NOW.getTime() - days * 86_400_000);

async function open(
  slug: string,
  { district = "riverbend", locale = "en" }: { district?: string; locale?: Locale } = {},
) {
  const url = `/${district}/opportunities/${slug}`;
  const answer = await loader(await ask(database.db, { url, params: { district, slug }, context: { locale } }));
  return { status: answer.init?.status ?? 200, ...answer.data };
}

function html({ view, now }: Awaited<ReturnType<typeof open>>, locale: Locale = "en") {
  if (!view) throw new Error("not on the list");
  const children = createElement(ListingView, { listing: view, now });
  return renderToStaticMarkup(createElement(LocaleProvider, { locale, children }));
}

describe("a listing's page", () => {
  it("does not claim that anyone checked what the district copied from another list", async () => {
    const { listing } = await givenSearchable(database.db, {
      opportunity: { gradeMin: null, gradeMax: null, ageMin: null, ageMax: null },
      listing: { confirmedAt: null },
    });
    const page = html(await open(listing.slug));
    expect(page).toContain("Riverbend Community Schools copied this from another list on February 6, 2027.");
    expect(page).toContain("Bluestem Bikes has not yet said that it is still true.");
    expect(page).toContain("No grade or age given");
    expect(page).not.toContain("Checked by");
  });

  it("says what a family decides by", async () => {
    const { listing } = await givenSearchable(database.db, { listing: { noteToReaders: "Wear closed shoes." } });
    const page = html(await open(listing.slug));
    for (const words of [
      "Paid internship",
      "Bicycle repair helper",
      "Offered by Bluestem Bikes",
      "Tuesdays and Thursdays after school",
      "About 4 hours a week",
      "Grades 10–12, age 16 or older",
      "412 19th Street",
      "Bus stop nearby",
      "English and Spanish",
      "March 5, 2027",
      "Closes in 24 days",
      "Checked by Riverbend Community Schools",
      "The organization said 3 days ago that it is still true.",
      "Wear closed shoes.",
      "Tell the front desk",
      "partnerships@riverbend.example",
    ])
      expect(page).toContain(words);
    expect(page).toMatch(/<svg[^>]*role="img"[^>]*aria-label="Map: Rock Island, [^"]* from [^"]*School/);
  });

  it("never names whom the district calls", async () => {
    const { listing } = await givenSearchable(database.db, { opportunity: { contactName: "Tomás R." } });
    const shown = await open(listing.slug);
    expect(JSON.stringify(shown)).not.toMatch(/tomas@bluestembikes|Tomás R\./);
  });

  it("is in Spanish under its prefix, the partner's text marked as English", async () => {
    const { listing } = await givenSearchable(database.db);
    const page = html(await open(listing.slug, { locale: "es" }), "es");
    expect(page).toContain("Pasantía pagada");
    expect(page).toContain("Martes y jueves, de 3:30 p.m. a 5:30 p.m.");
    expect(page).toMatch(/<h1[^>]*lang="en"[^>]*>Bicycle repair helper/);
    expect(page).toContain("El texto está en inglés");
  });

  it("shows stored markup as text and follows no script address", async () => {
    const attack = `"><img src=x onerror=alert(1)><script>alert(2)</script>`;
    const { listing } = await givenSearchable(database.db, {
      opportunity: {
        title: attack,
        summary: attack,
        description: attack,
        tasks: `a\n${attack}`,
        howToAsk: attack,
        city: attack,
      },
      listing: { noteToReaders: attack, labels: [attack] },
    });
    const shown = await open(listing.slug);
    expect(html(shown)).not.toMatch(/<img|<script/);
    const { view } = shown;
    if (!view) throw new Error("not on the list");
    const organization = { ...view.organization, website: "javascript:alert(1)" };
    expect(html({ ...shown, view: { ...view, organization } })).not.toContain("javascript:");
  });

  it("answers a listing that is over with 404 while it may come back, then with 410, and with alternatives", async () => {
    const { listing: other } = await givenSearchable(database.db);
    for (const state of ["closed", "expired"] as const) {
      const { listing } = await givenSearchable(database.db, { listing: { state, updatedAt: daysAgo(30) } });
      const shown = await open(listing.slug);
      expect(shown).toMatchObject({ status: 410, view: null, head: null, structured: [], over: { why: state } });
      const { listing: lately } = await givenSearchable(database.db, { listing: { state, updatedAt: daysAgo(29) } });
      expect(await open(lately.slug)).toMatchObject({ status: 404, over: { why: state }, structured: [] });
      expect(shown.similar.length).toBeGreaterThan(0);
      expect(shown.similar.map(({ href }) => href)).not.toContain(`/riverbend/opportunities/${listing.slug}`);
    }
    const { similar } = await open(other.slug);
    expect(similar.length).toBeGreaterThan(0);
  });

  it("tells search engines what it is and where it stands, in each language", async () => {
    const { listing } = await givenSearchable(database.db, { opportunity: { titleEs: "Taller de bicicletas" } });
    const { head, structured } = await open(listing.slug, { locale: "es" });
    const at = `/riverbend/opportunities/${listing.slug}`;
    expect(head?.addresses).toEqual({ en: `http://localhost:3000${at}`, es: `http://localhost:3000/es${at}` });
    expect(structured).toMatchObject([
      { "@type": "JobPosting", title: "Taller de bicicletas", url: `http://localhost:3000/es${at}` },
      {
        "@type": "BreadcrumbList",
        itemListElement: [{ position: 1 }, { position: 2 }, { name: "Taller de bicicletas" }],
      },
    ]);
  });

  it("is not found for what was never published, or stands on another district's list", async () => {
    const { listing: draft } = await givenSearchable(database.db, { listing: { state: "submitted" } });
    const { listing } = await givenSearchable(database.db);
    const addresses = [
      { slug: draft.slug },
      { slug: "no-such-thing" },
      { slug: listing.slug, district: "lakeshore" },
      { slug: listing.slug, district: "nowhere" },
    ];
    for (const { slug, ...where } of addresses) expect((await thrownBy(open(slug, where))).status).toBe(404);
  });
});
