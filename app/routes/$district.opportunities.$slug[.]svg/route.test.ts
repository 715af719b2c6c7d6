import { expect, it } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader } from "./route.ts";

const database = useTestDatabase();
const open = async (slug: string, district = "riverbend") =>
  loader(await ask(database.db, { params: { district, slug } }));

it("draws the code of what is on the list of its district, the same each time", async () => {
  const { listing } = await givenListing(database.db);
  const code = await open(listing.slug);
  expect(code.headers.get("content-type")).toBe("image/svg+xml");
  const drawn = await code.text();
  expect(drawn).toMatch(/^<svg [^<]*<path [^<]*<path d="M0 0h7v1h-7z/);
  expect(await (await open(listing.slug)).text()).toBe(drawn);
  expect((await thrownBy(open(listing.slug, "lakeshore"))).status).toBe(404);
  expect((await thrownBy(open("no-such-listing"))).status).toBe(404);
});
