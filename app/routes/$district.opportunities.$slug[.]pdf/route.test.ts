import { expect, it } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader } from "./route.ts";

const database = useTestDatabase();
const open = async (slug: string, district = "riverbend") =>
  loader(await ask(database.db, { params: { district, slug } }));

it("prints what is on the list of its district", async () => {
  const { listing } = await givenListing(database.db);
  const flyer = await open(listing.slug);
  expect(flyer.headers.get("content-type")).toBe("application/pdf");
  expect(
    Buffer.from(await flyer.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  expect((await thrownBy(open(listing.slug, "lakeshore"))).status).toBe(404);
});

it("is not there while a listing that is over may come back, then gone", async () => {
  const closed = async (closedAt: Date) => {
    const { listing } = await givenListing(database.db, { listing: { state: "closed", closedAt } });
    return thrownBy(open(listing.slug));
  };
  expect((await closed(new Date("2027-02-01T12:00:00Z"))).status).toBe(404);
  expect((await closed(new Date("2027-01-01T12:00:00Z"))).status).toBe(410);
});
