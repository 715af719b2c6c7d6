import type { LoaderFunctionArgs } from "@remix-run/node";
import { XMLValidator } from "fast-xml-parser";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { beforeAll, describe, expect, it, test } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { loader as listAtom } from "#app/routes/$district.opportunities[.]atom/route.ts";
import { loader as listJson } from "#app/routes/$district.opportunities[.]feed[.]json/route.ts";
import { loader as partnerAtom } from "#app/routes/$district.partners.$organizationId[.]atom/route.ts";
import { loader as partnerJson } from "#app/routes/$district.partners.$organizationId[.]feed[.]json/route.ts";
import { loader as partnerRss } from "#app/routes/$district.partners.$organizationId[.]rss/route.ts";
import { loader as pathwayAtom } from "#app/routes/$district.pathways.$slug[.]atom/route.ts";
import { loader as pathwayJson } from "#app/routes/$district.pathways.$slug[.]feed[.]json/route.ts";
import { loader as pathwayRss } from "#app/routes/$district.pathways.$slug[.]rss/route.ts";
import { pathways } from "#db/seed/pathways.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { onListOf, plantSeed } from "#tests/support/seeded.ts";
import { loader as listRss } from "./route.ts";

const database = useTestDatabase();
beforeAll(() => plantSeed(database.db));

type Loader = (args: LoaderFunctionArgs) => Promise<Response>;
const LIST = { rss: listRss, atom: listAtom, json: listJson };
const PATHWAY = { rss: pathwayRss, atom: pathwayAtom, json: pathwayJson };
const PARTNER = { rss: partnerRss, atom: partnerAtom, json: partnerJson };
const TYPES = { rss: "application/rss+xml", atom: "application/atom+xml", json: "application/feed+json" };
const FORMATS = ["rss", "atom", "json"] as const;
type Format = (typeof FORMATS)[number];

async function read(loader: Loader, params: Record<string, string>, query = "", locale: "en" | "es" = "en") {
  const response = await loader(await ask(database.db, { url: `/x${query}`, params, context: { locale } }));
  return { text: await response.text(), type: response.headers.get("content-type") };
}

/** Title of the feed and ids of its items, by a parser that is not ours. */
function parsed(format: Format, text: string) {
  if (format !== "json") expect(XMLValidator.validate(text)).toBe(true);
  if (format === "rss") {
    const { title, link, items = [] } = parseRssFeed(text);
    return { title, link, ids: items.map(({ guid }) => guid?.value) };
  }
  if (format === "atom") {
    const { title, links = [], entries = [] } = parseAtomFeed(text);
    return { title, link: links.find(({ rel }) => rel === "alternate")?.href, ids: entries.map(({ id }) => id) };
  }
  const { title, home_page_url: link, items = [] } = parseJsonFeed(text);
  return { title, link, ids: items.map(({ id }) => id) };
}

const urn = ({ id }: { id: string }) => `urn:uuid:${id}`;
const newestFirst = (a: { publishedAt: Date | null }, b: { publishedAt: Date | null }) =>
  b.publishedAt!.getTime() - a.publishedAt!.getTime();

describe.each(FORMATS)("%s", (format) => {
  test.each(["riverbend", "lakeshore"])("holds the newest 50 of the list of %s", async (district) => {
    const all = await onListOf(database.db, district);
    const { text, type } = await read(LIST[format], { district });
    expect(type).toBe(`${TYPES[format]}; charset=utf-8`);
    const { ids } = parsed(format, text);
    const newest = all.toSorted(newestFirst).slice(0, 50);
    expect(ids).toHaveLength(Math.min(50, all.length));
    // Of those put on the list in the same instant any may come first.
    const youngest = newest.at(-1)!.publishedAt!;
    const sure = newest.filter(({ publishedAt }) => publishedAt! > youngest).map(urn);
    expect(ids).toEqual(expect.arrayContaining(sure));
    expect(all.map(urn)).toEqual(expect.arrayContaining(ids));
  });

  it("holds a search, says it in words, and passes over what the list does not know", async () => {
    const all = await onListOf(database.db, "riverbend");
    const mentors = all.filter(({ content }) => content.kind === "Mentorship");
    const query = "?kind=Mentorship&kind=Nonsense&colour=blue&page=7&sort=nearest&__proto__=x";
    const { title, link, ids } = parsed(format, (await read(LIST[format], { district: "riverbend" }, query)).text);
    expect(ids.toSorted()).toEqual(mentors.map(urn).toSorted());
    expect(title).toContain("Mentorship");
    expect(link).toBe("http://localhost:3000/riverbend/opportunities?kind=Mentorship");
    const none = await read(LIST[format], { district: "riverbend" }, "?q=zzqqxx");
    expect(parsed(format, none.text).ids).toEqual([]);
  });

  it("is the same however often it is asked for, in each language another", async () => {
    const [first, again, spanish] = await Promise.all([
      read(LIST[format], { district: "riverbend" }),
      read(LIST[format], { district: "riverbend" }),
      read(LIST[format], { district: "riverbend" }, "", "es"),
    ]);
    expect(again.text).toBe(first.text);
    expect(parsed(format, spanish.text)).toMatchObject({
      title: expect.stringContaining("Lo nuevo"),
      link: "http://localhost:3000/es/riverbend/opportunities",
      ids: parsed(format, first.text).ids,
    });
  });

  it("is there for a pathway and for a partner, of their own district only", async () => {
    const all = await onListOf(database.db, "riverbend");
    const health = pathways.healthCareers;
    const ofPathway = all.filter(({ pathwayIds }) => pathwayIds.includes(health.id));
    const pathway = await read(PATHWAY[format], { district: "riverbend", slug: health.slug });
    expect(parsed(format, pathway.text).ids.toSorted()).toEqual(ofPathway.map(urn).toSorted());
    const { organization } = all[0]!;
    const ofPartner = all.filter((each) => each.organization.id === organization.id);
    const partner = await read(PARTNER[format], { district: "riverbend", organizationId: organization.id });
    expect(parsed(format, partner.text)).toMatchObject({ title: expect.stringContaining(organization.name) });
    expect(parsed(format, partner.text).ids.toSorted()).toEqual(ofPartner.map(urn).toSorted());
    const strangers: [Loader, Record<string, string>][] = [
      [LIST[format], { district: "nowhere" }],
      [PATHWAY[format], { district: "lakeshore", slug: "no-such-pathway" }],
      [PARTNER[format], { district: "riverbend", organizationId: "x" }],
      [PARTNER[format], { district: "nowhere", organizationId: organization.id }],
    ];
    for (const [loader, params] of strangers) expect((await thrownBy(read(loader, params))).status).toBe(404);
  });
});
