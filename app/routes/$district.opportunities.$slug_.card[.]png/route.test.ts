import sharp from "sharp";
import { expect, it } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { loader as ofDistrict } from "#app/routes/$district.card[.]png/route.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader } from "./route.ts";

const database = useTestDatabase();
const open = async (params: { district: string; slug: string }, locale: "en" | "es" = "en") =>
  loader(await ask(database.db, { params, context: { locale } }));

async function picture(response: Response) {
  expect(response.headers.get("content-type")).toBe("image/png");
  const bytes = Buffer.from(await response.arrayBuffer());
  const { width, height, format } = await sharp(bytes).metadata();
  expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: "png" });
  return bytes;
}

it("draws a listing and its district, in each language another", async () => {
  const { listing } = await givenListing(database.db, { opportunity: { titleEs: "Taller de bicicletas" } });
  const at = { district: "riverbend", slug: listing.slug };
  const [english, again, spanish] = [await open(at), await open(at), await open(at, "es")];
  const drawn = [await picture(english), await picture(again), await picture(spanish)];
  expect(drawn[0]!.equals(drawn[1]!)).toBe(true);
  expect(drawn[0]!.equals(drawn[2]!)).toBe(false);
  await picture(await ofDistrict(await ask(database.db, { params: { district: "riverbend" } })));
});

it("draws nothing that is not on the list, or on another's", async () => {
  const { listing } = await givenListing(database.db);
  const { listing: closed } = await givenListing(database.db, {
    listing: { state: "closed", closedAt: new Date("2026-01-01T12:00:00Z") },
  });
  const status = async (district: string, slug: string) => (await thrownBy(open({ district, slug }))).status;
  expect(await status("lakeshore", listing.slug)).toBe(404);
  expect(await status("nowhere", listing.slug)).toBe(404);
  expect(await status("riverbend", "x")).toBe(404);
  expect(await status("riverbend", closed.slug)).toBe(410);
  const nowhere = await ask(database.db, { params: { district: "nowhere" } });
  expect((await thrownBy(ofDistrict(nowhere))).status).toBe(404);
});
