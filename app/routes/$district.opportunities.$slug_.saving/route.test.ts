import { expect, it } from "vitest";
import { people } from "#db/seed/cast.ts";
import { listSaved } from "#app/domain/saved/listings.server.ts";
import { loader as menu } from "#app/routes/account.menu/route.tsx";
import { loader as account } from "#app/routes/account.saved/route.tsx";
import { useTestDatabase } from "#tests/support/database.ts";
import { asPerson, givenListing } from "#tests/support/givens.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { action } from "./route.ts";

const database = useTestDatabase();
const statusOf = (answer: unknown) => (answer as { init: { status: number } }).init.status;
const locationOf = (answer: unknown) => (answer as Response).headers.get("Location");
const given = async () => (await givenListing(database.db)).listing.slug;

async function press(
  slug: string,
  { change = "save", as, inWord = false }: { change?: string; as?: string; inWord?: boolean },
) {
  const params = { district: "riverbend", slug };
  const args = await ask(database.db, { params, form: { change }, ...(as && { as }) });
  if (inWord) args.request.headers.set("accept", "application/json");
  return action(args);
}

it("saves into the account of whoever is signed in, and leads to what they saved", async () => {
  const slug = await given();
  const as = people.leo.id;
  const listing = encodeURIComponent(`riverbend/${slug}`);
  expect(locationOf(await press(slug, { as }))).toBe(`/account/saved?done=saved&listing=${listing}`);
  const filled = await menu(await ask(database.db, { url: "/account/menu?district=riverbend", as }));
  expect(await filled.json()).toMatchObject({ name: people.leo.name, saved: [slug] });
  const page = await account(await ask(database.db, { url: `/account/saved?done=saved&listing=${listing}`, as }));
  expect(page.groups).toMatchObject([{ district: { slug: "riverbend" }, items: [{ slug, why: null }] }]);
  expect(page.justNow).toMatchObject({ done: "saved", listing: { slug, title: "Bicycle repair helper" } });
  expect(locationOf(await press(slug, { as, change: "remove" }))).toContain("done=removed");
  expect(await listSaved(asPerson(database.db, as))).toEqual([]);
});

it("answers a script in a word, and keeps nothing for who is not signed in", async () => {
  const slug = await given();
  const saved = (await press(slug, { as: people.ana.id, inWord: true })) as Response;
  expect(await saved.json()).toEqual({ saved: true });
  const nobody = (await press(slug, { inWord: true })) as Response;
  expect(nobody.status).toBe(401);
  expect(locationOf(await press(slug, {}))).toBe(`/riverbend/saved?asked=${slug}`);
});

it("is not found where nothing was ever listed, and takes no other word", async () => {
  expect((await thrownBy(press("nowhere", { as: people.leo.id }))).status).toBe(404);
  expect(statusOf(await press(await given(), { as: people.leo.id, change: "burn" }))).toBe(422);
});

it("still names what is over, in the account of its reader", async () => {
  const { listing } = await givenListing(database.db, { listing: { state: "closed" } });
  const as = people.noah.id;
  await press(listing.slug, { as });
  const page = await account(await ask(database.db, { url: "/account/saved", as }));
  expect(page.groups[0]?.items).toEqual([
    { slug: listing.slug, title: "Bicycle repair helper", why: "closed", card: null },
  ]);
});
