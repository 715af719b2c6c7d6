import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeAll, expect, it, test } from "vitest";
import { loader as ofDistrict } from "#app/routes/$district.sitemap[.]xml/route.ts";
import { loader as robots } from "#app/routes/robots[.]txt/route.ts";
import { events } from "#db/schema/events.ts";
import { districts } from "#db/seed/cast.ts";
import { filesFor, LISTINGS_A_FILE, sitemap, type SitePage } from "#app/publishing/sitemap.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { onListOf, plantSeed } from "#tests/support/seeded.ts";
import { loader } from "./route.ts";

const database = useTestDatabase();
beforeAll(() => plantSeed(database.db));

const SITE = "http://localhost:3000";
const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => ["url", "sitemap", "xhtml:link"].includes(name),
});

interface Url {
  loc: string;
  lastmod?: string;
  "xhtml:link": { "@_hreflang": string; "@_href": string }[];
}

function urlsOf(text: string): Url[] {
  expect(XMLValidator.validate(text)).toBe(true);
  return (parser.parse(text) as { urlset: { url: Url[] } }).urlset.url;
}

async function read(district: string, query = "") {
  const url = `/${district}/sitemap.xml${query}`;
  const response = await ofDistrict(await ask(database.db, { url, params: { district } }));
  return urlsOf(await response.text());
}

it("names the file of every district", async () => {
  const response = await loader(await ask(database.db));
  const text = await response.text();
  expect(response.headers.get("content-type")).toBe("application/xml; charset=utf-8");
  const { sitemapindex } = parser.parse(text) as { sitemapindex: { sitemap: { loc: string }[] } };
  const files = Object.values(districts).map(({ slug }) => `${SITE}/${slug}/sitemap.xml`);
  expect(sitemapindex.sitemap.map(({ loc }) => loc).sort()).toEqual(files.sort());
});

test.each(["riverbend", "lakeshore"])(
  "holds every listing of %s in both languages, and none of another",
  async (slug) => {
    const urls = await read(slug);
    const listed = await onListOf(database.db, slug);
    const listingUrls = urls.filter(({ loc }) => loc.includes("/opportunities/"));
    const wanted = listed.flatMap((each) => ["", "/es"].map((to) => `${SITE}${to}/${slug}/opportunities/${each.slug}`));
    expect(listingUrls.map(({ loc }) => loc).sort()).toEqual(wanted.sort());
    for (const { lastmod, "xhtml:link": links } of listingUrls) {
      expect(lastmod).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      expect(links.map((link) => link["@_hreflang"])).toEqual(["en", "es", "x-default"]);
    }
    const paths = urls.map(({ loc }) => new URL(loc).pathname);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((path) => !/^(\/es)?\/(riverbend|lakeshore)(\/|$)/.test(path))).toEqual([]);
    expect(paths.filter((path) => !path.includes(slug))).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining([`/${slug}`, `/es/${slug}/pathways`, `/${slug}/partners`]));
  },
);

it("says that a listing changed when its readers saw it change, not when staff did something else", async () => {
  const [listing] = await onListOf(database.db, "riverbend");
  const lastmod = async () =>
    (await read("riverbend")).find(({ loc }) => loc.endsWith(`/${listing!.slug}`))?.lastmod ?? "";
  const before = await lastmod();
  const happens = (name: string, at: Date) =>
    database.db.insert(events).values({ name, at, subjectId: listing!.id, districtId: districts.riverbend.id });
  await happens("listing.assigned", new Date(TEST_NOW.getTime() + 1_000));
  expect(await lastmod()).toBe(before);
  const curated = new Date(TEST_NOW.getTime() + 60_000);
  await happens("listing.curated", curated);
  expect(await lastmod()).toBe(curated.toISOString());
});

it("is split long before it is too long", () => {
  const page = (n: number): SitePage => ({ at: (locale) => `/${locale}/${n}`, changedAt: null });
  const listings = Array.from({ length: LISTINGS_A_FILE + 1 }, (_, n) => page(n));
  const others = [page(-1)];
  expect([0, 1, LISTINGS_A_FILE, LISTINGS_A_FILE + 1].map(filesFor)).toEqual([1, 1, 1, 2]);
  const files = [1, 2].map((file) => urlsOf(sitemap(SITE, { listings, others }, file)));
  expect(files.map(({ length }) => length)).toEqual([2 * (LISTINGS_A_FILE + 1), 2]);
  for (const file of files) expect(file.length).toBeLessThanOrEqual(50_000);
});

it("knows no other district and no file beyond the last; nonsense is the first", async () => {
  expect((await thrownBy(read("nowhere"))).status).toBe(404);
  expect((await thrownBy(read("riverbend", "?file=2"))).status).toBe(404);
  for (const query of ["?file=0", "?file=-1", "?file=x", "?file=1e9"])
    expect(await read("riverbend", query)).not.toEqual([]);
});

test("robots are led to the sitemap, and away from desks, secret links and endless searches", async () => {
  const text = await robots(await ask(database.db)).text();
  expect(text).toContain(`\nSitemap: ${SITE}/sitemap.xml\n`);
  const rules = [...text.matchAll(/^Disallow: (.+)$/gm)].map(([, rule = ""]) => rule);
  const isBarred = (path: string) => rules.some((rule) => pattern(rule).test(path));
  const barred = [
    ...[
      "/coordinator",
      "/partner/listings/x",
      "/account/saved",
      "/es/sign-in",
      "/calendars/x.ics",
      "/api/v1/districts/x",
    ],
    ...[
      "/riverbend/opportunities?q=a",
      "/es/riverbend/opportunities?page=2",
      "/riverbend/matches?a=1",
      "/embed/riverbend",
    ],
    ...["/riverbend/opportunities/helper/report", "/go/abc", "/operator"],
  ];
  expect(barred.filter((path) => !isBarred(path))).toEqual([]);
  const open = (await read("riverbend")).map(({ loc }) => new URL(loc).pathname);
  expect(open.filter(isBarred)).toEqual([]);
  expect(["/", "/es/", "/api", "/riverbend/opportunities.rss", "/partnerville/opportunities"].filter(isBarred)).toEqual(
    [],
  );
});

/** As RFC 9309 reads a rule: `*` for anything, `$` for the end. */
const pattern = (rule: string) =>
  new RegExp(
    `^${rule
      .replace(/[.?+()[\]{}|^\\/]/g, "\\$&")
      .replaceAll("*", ".*")
      .replace(/\$$/, "$$")}`,
  );
