import { expect, it } from "vitest";
import { loader as savedHere } from "#app/routes/$district.saved/route.tsx";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();
const given = async (title: string, state: "published" | "closed" | "submitted" = "published") =>
  (await givenListing(database.db, { opportunity: { title }, listing: { state } })).listing.slug;
const query = (slugs: string[]) => new URLSearchParams(slugs.map((slug) => ["listing", slug]));

async function compare(slugs: string[], district = "riverbend") {
  return loader(await ask(database.db, { url: `/${district}/compare?${query(slugs)}`, params: { district } }));
}

it("lays what the address names side by side, in its order, and offers others while there is room", async () => {
  const [one, two, three] = [await given("One"), await given("Two"), await given("Three")];
  const page = await compare([two, one]);
  expect(page.listings.map(({ title }) => title.text)).toEqual(["Two", "One"]);
  expect(page.more.map(({ slug }) => slug)).toContain(three);
  expect(page.more.map(({ slug }) => slug)).not.toContain(one);
  expect((await compare([one, two, three])).more).toEqual([]);
});

it("takes three and says so; names what is over, and passes over what nobody may see", async () => {
  const slugs = [
    await given("A"),
    await given("Gone", "closed"),
    await given("Not yet", "submitted"),
    await given("B"),
  ];
  const page = await compare(slugs);
  expect(page).toMatchObject({ leftOut: true, over: ["Gone"] });
  expect(page.listings.map(({ title }) => title.text)).toEqual(["A"]);
  expect((await compare(slugs, "lakeshore")).listings).toEqual([]);
  expect(await compare(["<script>"])).toMatchObject({ listings: [], more: [] });
  expect((await thrownBy(compare([], "nowhere"))).status).toBe(404);
});

it("draws what a device holds from its address alone", async () => {
  const slugs = [await given("Held"), await given("Held and over", "closed"), "nowhere"];
  const url = `/riverbend/saved?${query(slugs)}`;
  const page = await savedHere(await ask(database.db, { url, params: { district: "riverbend" } }));
  expect(page.items.map(({ title, why }) => [title, why])).toEqual([
    ["Held", null],
    ["Held and over", "closed"],
  ]);
  const asked = await ask(database.db, {
    url: `/riverbend/saved?asked=${slugs[0]}`,
    params: { district: "riverbend" },
  });
  expect(await savedHere(asked)).toMatchObject({ items: [], asked: slugs[0] });
});
