/** The same list out of every form, over HTTP, each read back by something that knows nothing of us. */
import { existsSync, readFileSync } from "node:fs";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it, test, vi } from "vitest";
import { getDistrict, type District } from "#app/domain/districts/districts.server.ts";
import { sectionsOf, type PublishedList } from "#app/domain/editions/published-list.ts";
import { readLiveList } from "#app/domain/editions/published-list.server.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import { reindexListings } from "#app/jobs/tasks/reindex-listings.server.ts";
import { structuredData } from "#app/routes/$district.opportunities.$slug/listing-page.server.ts";
import { createSearch } from "#app/search/create-search.server.ts";
import { districts, people } from "#db/seed/cast.ts";
import { seed } from "#db/seed/index.ts";
import { readCalendar, saysOf } from "#tests/support/calendars.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asSchema } from "#tests/support/described.ts";
import { givenEdition } from "#tests/support/editions.ts";
import { asCoordinator } from "#tests/support/givens.ts";
import { hsdsFaults } from "#tests/support/hsds-3.ts";
import { importNow } from "#tests/support/imports.ts";
import { readingForms } from "#tests/support/program-forms.ts";
import {
  cardsOf,
  clockTimesOf,
  missingFrom,
  readingPublicForms,
  slugOf,
  squeezed,
  told,
  type PaperSection,
  type ToldSection,
} from "#tests/support/public-forms.ts";
import { startPublicSite } from "#tests/support/public-site.ts";
import { elementsOf, textOf } from "#tests/support/read-html.ts";
import type { TestServer } from "#tests/support/server.ts";
import { legible } from "./paper/legible.ts";

/** A city's list as it publishes it; the project ships none of its text. */
const FILE = new URL("../../../shared/data/postings/nyc_service_volunteer_opportunities.csv", import.meta.url).pathname;
const isThere = existsSync(FILE);

vi.setConfig({ testTimeout: 60_000 });
const database = useTestDatabase();
const lists = new Map<string, PublishedList>();
let site: TestServer;
const forms = readingPublicForms(() => site, database);
const programs = readingForms((url) => forms.get(url));

beforeAll(async () => {
  const now = new Date();
  await seed(database.db, now);
  if (isThere) await importNow(database.db, readFileSync(FILE), "nyc", { shiftDates: true, now });
  const log = pino({ level: "silent" });
  await reindexListings({ db: database.db, search: createSearch({ db: database.db, env: {}, log }), log });
  for (const { id, slug } of Object.values(districts)) {
    lists.set(slug, await readLiveList(database.db, (await getDistrict(database.db, id))!, now));
    const by = slug === districts.riverbend.slug ? people.dana : people.priya;
    await givenEdition(database.db, "Spring 2027", { ...asCoordinator(database.db, by.id, id), now });
  }
  site = await startPublicSite(database);
  await vi.waitFor(() => expect(site.versions.current("lakeshore")).not.toBeNull());
}, 120_000);
afterAll(() => site.stop());

const all = isThere ? "the seed's and 650 imported" : "the seed's (none imported: ../shared/data is not here)";
test(`the lists hold ${all}`, () => {
  const [riverbend, lakeshore] = ["riverbend", "lakeshore"].map((district) => lists.get(district)!.entries.length);
  expect(riverbend! + lakeshore!).toBeGreaterThan(100 + (isThere ? 650 : 0));
});

describe.each(["riverbend", "lakeshore"])("the list of %s comes whole out of", (district) => {
  const live = `/${district}/opportunities`;
  const frozen = `/${district}/editions/1`;
  const api = `/api/v1/districts/${district}`;
  const entries = () => lists.get(district)!.entries;
  const listed = () => entries().map(({ slug, content }) => `${slug} ${squeezed(content.title)}`);
  /** By pathway and field; `others`: how the form calls what belongs to none. */
  const sections = (others: string): ToldSection[] =>
    sectionsOf(lists.get(district)!).map((section) => ({
      name: section.topic?.name ?? others,
      titles: section.entries.map(({ content }) => squeezed(content.title)).sort(),
    }));
  const sorted = (all: ToldSection[]) => all.map(({ name, titles }) => ({ name, titles: titles.toSorted() }));

  it.each(["rss", "atom", "feed.json"] as const)("%s, part by part", async (format) => {
    const { items, parts } = await forms.feed(format, `${live}.${format}`);
    expect(items.map(({ link, title }) => told(link, title)).sort()).toEqual(listed().sort());
    expect(items.map(({ id }) => id).sort()).toEqual(
      entries()
        .map(({ id }) => `urn:uuid:${id}`)
        .sort(),
    );
    expect(parts).toBe(Math.ceil(items.length / 50));
    expect((await forms.get(`${live}.${format}?part=${parts + 1}`)).status).toBe(404);
    for (const first of ["0", "1", "x", "1e9"])
      expect(await forms.text(`${live}.${format}?part=${first}`)).toBe(await forms.text(`${live}.${format}`));
  });

  it("the public list, page by page", async () => {
    expect((await forms.cards(live)).sort()).toEqual(listed().sort());
  });

  it("a frame by its first cards, as many as it may hold, and the way to all others", async () => {
    const framed = await forms.page(`/embed/${district}?cards=24`);
    expect(cardsOf(framed)).toEqual(cardsOf(await forms.page(live)));
    expect(textOf(framed)).toContain(`${entries().length} opportunities`);
    expect(elementsOf(framed, "a").map(({ attributes }) => attributes.href)).toContain(live);
  });

  it("the text, under each pathway it belongs to", async () => {
    const told = await forms.plain(`${live}.txt`);
    const wanted = sections("Other fields");
    expect(told.map(({ name, titles }) => `${name} ${titles.length}`)).toEqual(
      wanted.map(({ name, titles }) => `${name} ${titles.length}`),
    );
    for (const [at, { titles }] of wanted.entries())
      expect(titles.filter((title) => !told[at]!.titles.some((entry) => entry.includes(title)))).toEqual([]);
  });

  it("the calendar, but for what has no day, by the district's clocks", async () => {
    const text = await forms.text(`${live}.ics`);
    expect(await forms.text(`${live}.ics`)).toBe(text);
    const { events } = readCalendar(text);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    const alive = events.filter((event) => saysOf(event, "status") !== "CANCELLED");
    const dated = entries().filter(({ content, closesOn }) => closesOn ?? content.startsOn ?? content.shifts[0]);
    const bySlug = new Map(dated.map((entry) => [entry.slug, entry]));
    expect([...new Set(alive.map((event) => slugOf(saysOf(event, "url"))))].sort()).toEqual([...bySlug.keys()].sort());
    for (const event of alive) {
      const { content, version } = bySlug.get(slugOf(saysOf(event, "url")))!;
      expect(event.summary).toContain(content.title);
      expect(event.sequence).toBe(version);
      // One time on the clock, whatever happens to the clocks.
      if (!event.startDate.isDate)
        expect(clockTimesOf(event, lists.get(district)!.district.timeZone)).toEqual([
          event.startDate.toString().slice(11, 16),
        ]);
    }
  });

  it("what search engines read in its pages, with all that they ask for", async () => {
    const { district: own, entries: all } = lists.get(district)!;
    const read = { locale: "en", origin: `http://127.0.0.1:${site.port}` } as const;
    const node = (listing: PublishedListing) => structuredData(read, own as District, listing, null);
    const nodes = JSON.parse(JSON.stringify(all.map(node))) as Record<string, string>[][];
    expect(nodes.flatMap((each) => each.flatMap(missingFrom))).toEqual([]);
    expect(nodes.map(([listing]) => told(listing!.url, listing!.title ?? listing!.name))).toEqual(listed());
    // A page costs a search for what is like it: of a long list some are asked for.
    const some = Array.from(nodes.keys()).filter((at) => at % Math.ceil(all.length / 40) === 0);
    for (const at of some) {
      const [shown, way] = await forms.structuredData(`${live}/${all[at]!.slug}`);
      // Its page names the partner's, too.
      expect(shown).toMatchObject(nodes[at]![0]!);
      expect(way).toEqual(nodes[at]![1]);
    }
  });

  it("the sitemap, in each language, with the day of its last change", async () => {
    const pages = (await forms.sitemap(district)).filter(({ loc }) => loc.includes("/opportunities/"));
    for (const language of ["", "/es"]) {
      const own = pages.filter(({ loc }) => new URL(loc).pathname.startsWith(`${language}${live}/`));
      expect(own.map(({ loc }) => slugOf(loc)).sort()).toEqual(
        entries()
          .map(({ slug }) => slug)
          .sort(),
      );
    }
    for (const { lastmod = "" } of pages) {
      expect(new Date(lastmod).toISOString()).toBe(lastmod);
      expect(Date.parse(lastmod)).toBeLessThanOrEqual(Date.now());
    }
  });

  it("the API, HSDS and CSV, and an edition's files alike as long as nothing changed", async () => {
    const byId = <T extends { id?: string }>(all: T[]) => all.toSorted((a, b) => (a.id! < b.id! ? -1 : 1));
    const listings = byId(await programs.listings(`${api}/listings?page_size=100`));
    expect(listings.map(({ url, title }) => told(url, title)).sort()).toEqual(listed().sort());
    expect(byId(await programs.listings(`${api}/editions/1/listings?page_size=100`))).toEqual(listings);
    const file = (await (await forms.get(`${frozen}/list.json`)).json()) as { listings: { id: string }[] };
    asSchema("EditionFile", file);
    expect(byId(file.listings)).toEqual(listings);

    const services = await programs.hsds(district);
    expect(services.map(({ id, name }) => `${id as string} ${name as string}`).sort()).toEqual(
      listings.map(({ id, title }) => `${id} ${title}`).sort(),
    );
    expect(services.flatMap((service) => hsdsFaults(service, "service"))).toEqual([]);

    const rows = byId(await programs.csv(`${live}.csv`));
    const typed = (title = "") => title.replace(/^'(?=[=+\-@])/, "");
    expect(rows.map(({ url, title }) => told(url, typed(title))).sort()).toEqual(listed().sort());
    expect(byId(await programs.csv(`${frozen}/list.csv`))).toEqual(rows);
  });

  /** Paper says a listing once, and refers to it from the other sections it belongs to. */
  function expectWhole(printed: PaperSection[]) {
    const said = new Set<string>();
    const wanted = sectionsOf(lists.get(district)!).map((section, at) => {
      const [first, again] = [false, true].map((isSaid) =>
        section.entries
          .filter(({ id }) => said.has(id) === isSaid)
          .map(({ content }) => legible(content.title))
          .sort(),
      ) as [string[], string[]];
      section.entries.forEach(({ id }) => said.add(id));
      again.forEach((title) => expect(printed[at]!.again.some((cut) => title.startsWith(cut))).toBe(true));
      return { name: section.topic ? legible(section.topic.name) : "Other fields", titles: first };
    });
    expect(sorted(printed)).toEqual(wanted);
  }

  it("the booklet, each title once in its section, tagged and titled", async () => {
    const { pdf, sections: printed } = await forms.booklet(`${live}.pdf`);
    expectWhole(printed);
    const bookmarks = pdf.outline.slice(1).map(({ title, items }) => ({
      name: title,
      titles: items.map((item: { title: string }) => squeezed(item.title)),
    }));
    expect(sorted(bookmarks)).toEqual(sorted(printed));
    expect(pdf.marked).toMatchObject({ Marked: true });
    expect(pdf.info).toMatchObject({ Language: "en", Title: expect.stringContaining("opportunities") as string });
    const links = new Set(pdf.pages.flatMap(({ links }) => links.map(({ url }) => slugOf(url))));
    expect(entries().filter(({ slug }) => !links.has(slug))).toEqual([]);
  });

  it("its edition's pages and text", async () => {
    const pages = await forms.pages(frozen);
    expect(pages).toHaveLength(Math.ceil(entries().length / 200));
    const bands = pages.flatMap((page) =>
      elementsOf(page, "section").filter(({ attributes }) => attributes.class === "band"),
    );
    const shown = new Map<string, string[]>();
    for (const band of bands) {
      const name = textOf(elementsOf(band, "h2")[0]!).replace(/, continued$/, "");
      const titles = elementsOf(band, "h3").map((heading) => squeezed(textOf(heading)));
      shown.set(name, [...(shown.get(name) ?? []), ...titles]);
    }
    expect(sorted([...shown].map(([name, titles]) => ({ name, titles })))).toEqual(sections("More opportunities"));
    expect(await forms.plain(`${frozen}/list.txt`)).toEqual(await forms.plain(`${live}.txt`));
  });

  it("its edition's booklet, which is made as the list's is", async () => {
    expectWhole((await forms.booklet(`${frozen}/list.pdf`)).sections);
  });
});
