import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { XMLValidator } from "fast-xml-parser";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { expect, it } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { draftEdition } from "#app/domain/editions/drafting.server.ts";
import { publishEdition } from "#app/domain/editions/publishing.server.ts";
import { loader as atom } from "#app/routes/$district.editions[.]atom/route.ts";
import { loader as json } from "#app/routes/$district.editions[.]feed[.]json/route.ts";
import { people, districts } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing } from "#tests/support/givens.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { loader as rss } from "./route.ts";

const database = useTestDatabase();
type Loader = (args: LoaderFunctionArgs) => Promise<Response>;

async function read(loader: Loader, district = "riverbend", locale: "en" | "es" = "en") {
  return (await loader(await ask(database.db, { params: { district }, context: { locale } }))).text();
}

it("has nothing to tell before the first edition, then tells of each, the newest first, in every format", async () => {
  expect(parseRssFeed(await read(rss)).items ?? []).toEqual([]);
  await givenListing(database.db);
  const dana = asCoordinator(database.db, people.dana.id, districts.riverbend.id);
  for (const [title, titleEs] of [
    ["Spring <b>", "Primavera"],
    ["Summer & more", null],
  ] as const) {
    const words = { title, titleEs, note: null, noteEs: null };
    const drafted = await draftEdition(dana, { ...words, idempotencyKey: randomUUID() });
    if (!drafted.ok) throw new Error(drafted.refusal);
    await publishEdition(dana, { ...drafted.value, version: 1, idempotencyKey: randomUUID() });
  }
  const feed = parseRssFeed(await read(rss));
  expect(feed.items?.map(({ title, link, pubDate }) => ({ title, link, pubDate }))).toEqual(
    ["Edition 2: Summer & more", "Edition 1: Spring <b>"].map((title, i) => ({
      title,
      link: `http://localhost:3000/riverbend/editions/${2 - i}`,
      pubDate: TEST_NOW.toUTCString(),
    })),
  );
  const asAtom = await read(atom);
  expect(XMLValidator.validate(asAtom)).toBe(true);
  const ids = feed.items?.map(({ guid }) => guid?.value);
  expect(parseAtomFeed(asAtom).entries?.map(({ id }) => id)).toEqual(ids);
  expect(parseJsonFeed(await read(json)).items?.map(({ id }) => id)).toEqual(ids);
  const inSpanish = parseRssFeed(await read(rss, "riverbend", "es"));
  expect(inSpanish.items?.[1]).toMatchObject({ title: "Edición 1: Primavera", guid: { value: ids?.[1] } });
  expect(parseRssFeed(await read(rss, "lakeshore")).items ?? []).toEqual([]);
  expect((await thrownBy(read(rss, "nowhere"))).status).toBe(404);
});
