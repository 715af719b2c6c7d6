import { randomUUID } from "node:crypto";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { LocaleProvider } from "#app/i18n/locale.tsx";
import { createPostgresIndex } from "#app/search/postgres.server.ts";
import { ListingView } from "#app/ui/listing-view.tsx";
import { listings } from "#db/schema/listings.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { answerOf, ask, thrownBy } from "#tests/support/request.ts";
import { askingFor } from "#tests/support/search-documents.ts";
import { putInSearch } from "#tests/support/searchable.ts";
import { loader as page } from "../$district.opportunities.$slug/route.tsx";
import { action, loader } from "./route.tsx";

const database = useTestDatabase();
const asking = (listingId: string, form?: Record<string, string>, as = people.dana.id) =>
  ask(database.db, {
    url: `/coordinator/translations/${listingId}`,
    params: { listingId },
    as,
    ...(form && { form: { version: "0", idempotencyKey: randomUUID(), ...form } }),
  });

async function spanishPage(district: string, slug: string) {
  const url = `/es/${district}/opportunities/${slug}`;
  const { data } = await page(await ask(database.db, { url, params: { district, slug }, context: { locale: "es" } }));
  const children = createElement(ListingView, { listing: data.view!, now: data.now });
  return renderToStaticMarkup(createElement(LocaleProvider, { locale: "es", children }));
}

async function found(districtId: string, words: string) {
  const { hits } = await createPostgresIndex(database.db).search(askingFor({ districtId, words }));
  return hits.map(({ id }) => id);
}

it("what a coordinator writes is found by its words and read as Spanish, on this district's list only", async () => {
  const { listing, opportunity } = await givenListing(database.db);
  const elsewhere = { opportunityId: opportunity.id, districtId: districts.lakeshore.id, slug: randomUUID() };
  const { id: _id, ...same } = { ...listing, ...elsewhere };
  const [other] = await database.db.insert(listings).values(same).returning();
  const answer = (await action(
    await asking(listing.id, {
      revisionId: listing.publishedRevisionId!,
      title: "Aprendiz de bicicletería",
      summary: "Arregle frenos junto a un mecánico.",
      description: "Empieza con llantas desinfladas.",
    }),
  )) as Response;
  expect(answer.headers.get("Location")).toBe("/coordinator/translations?done=saved");

  await putInSearch(database.db, [listing.id, other!.id]);
  for (const words of ["aprendiz", "frenos", "desinfladas"]) {
    expect(await found(districts.riverbend.id, words)).toEqual([listing.id]);
    expect(await found(districts.lakeshore.id, words)).toEqual([]);
  }
  const here = await spanishPage("riverbend", listing.slug);
  expect(here).toContain('<h1 class="listing-title">Aprendiz de bicicletería</h1>');
  expect(here).not.toContain("Bicycle repair helper");
  expect(await spanishPage("lakeshore", other!.slug)).toContain('lang="en">Bicycle repair helper</h1>');
});

it("lays the text beside what is saved, and asks for nothing the partner wrote", async () => {
  const { listing } = await givenListing(database.db, { opportunity: { summaryEs: "Del socio." } });
  const shown = await loader(await asking(listing.id));
  expect(shown).toMatchObject({ heading: "Spanish of “Bicycle repair helper”", asks: true, checked: null });
  expect(shown.sides).toMatchObject([
    { field: "title", english: "Bicycle repair helper", partners: null, saved: null },
    { field: "summary", partners: "Del socio." },
    { field: "description", partners: null },
  ]);
});

it("loses nothing that was typed: too long, empty, or later than somebody else", async () => {
  const { listing } = await givenListing(database.db);
  const revisionId = listing.publishedRevisionId!;
  const long = await answerOf(action(await asking(listing.id, { revisionId, title: "x".repeat(91), summary: "Va" })));
  expect(long).toMatchObject({ status: 422, initialValue: { summary: "Va" } });
  expect(Object.keys(long.error ?? {})).toEqual(["title"]);
  expect(await answerOf(action(await asking(listing.id, { revisionId })))).toMatchObject({
    status: 409,
    error: { "": ["Write at least one of the texts in Spanish."] },
  });
  await action(await asking(listing.id, { revisionId, title: "Primero" }));
  const late = await answerOf(action(await asking(listing.id, { revisionId, title: "Segundo" })));
  expect(late).toMatchObject({ status: 409, initialValue: { title: "Segundo" } });
  expect((await loader(await asking(listing.id))).sides[0]).toMatchObject({ saved: "Primero" });
});

it("is not there for another district", async () => {
  const { listing } = await givenListing(database.db);
  expect((await thrownBy(loader(await asking(listing.id, undefined, people.priya.id)))).status).toBe(404);
  const form = { revisionId: listing.publishedRevisionId!, title: "x" };
  expect((await thrownBy(action(await asking(listing.id, form, people.priya.id)))).status).toBe(404);
});
