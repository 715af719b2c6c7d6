import { expect, it } from "vitest";
import { collectionListings, collections } from "#db/schema/collections.ts";
import { districts } from "#db/seed/cast.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { headers, loader } from "./route.tsx";

const database = useTestDatabase();
async function open(
  slug: string,
  { district = "riverbend", locale = "en" }: { district?: string; locale?: Locale } = {},
) {
  const url = `/${district}/collections/${slug}`;
  return loader(await ask(database.db, { url, params: { district, slug }, context: { locale } }));
}

async function given(slug: string, changes: Partial<typeof collections.$inferInsert> = {}) {
  const words = { name: "Summer 2027", nameEs: "Verano 2027", about: "Weeks without school.", position: 1 };
  const [row] = await database.db
    .insert(collections)
    .values({ districtId: districts.riverbend.id, slug, ...words, publishedAt: TEST_NOW, ...changes })
    .returning();
  return row!.id;
}

it("shows what is on the list, in the chosen order and the reader's language", async () => {
  const collectionId = await given("summer-2027");
  const listings = [
    await givenListing(database.db, { opportunity: { title: "Second" } }),
    await givenListing(database.db, { opportunity: { title: "First" } }),
    await givenListing(database.db, { opportunity: { title: "Over" }, listing: { state: "closed" } }),
  ];
  for (const [at, { listing }] of listings.entries())
    await database.db.insert(collectionListings).values({ collectionId, listingId: listing.id, position: 10 - at });
  const page = await open("summer-2027");
  expect(page.cards.map(({ title }) => title)).toEqual(["First", "Second"]);
  expect(page).toMatchObject({ name: "Summer 2027", about: "Weeks without school." });
  expect(page.address).toBe("localhost:3000/riverbend/collections/summer-2027");
  expect(await open("summer-2027", { locale: "es" })).toMatchObject({ name: "Verano 2027" });
  expect(headers()).toEqual({ "X-Page-Cache": "public" });
});

it("is not found when nothing of this name is published in this district", async () => {
  await given("hidden", { publishedAt: null });
  await given("ours");
  for (const [slug, district] of [
    ["hidden", "riverbend"],
    ["ours", "lakeshore"],
    ["ours", "nowhere"],
    ["none", "riverbend"],
  ] as const)
    expect((await thrownBy(open(slug, { district }))).status).toBe(404);
});
