import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { pino } from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import { draftEdition } from "#app/domain/editions/drafting.server.ts";
import { publishEdition } from "#app/domain/editions/publishing.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { listWhole } from "#app/domain/listings/published.server.ts";
import { reindexListings } from "#app/jobs/tasks/reindex-listings.server.ts";
import { createSearch } from "#app/search/create-search.server.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { seed } from "#db/seed/index.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asDescribed } from "#tests/support/described.ts";
import { asCoordinator } from "#tests/support/givens.ts";
import { hsdsFaults } from "#tests/support/hsds-3.ts";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { readingForms } from "#tests/support/program-forms.ts";
import { askProgram } from "#tests/support/programs.ts";
import { givenSearchable } from "#tests/support/searchable.ts";
import { CSV_COLUMNS } from "./csv-columns.ts";

const database = useTestDatabase();
const forms = readingForms((url) => askProgram(database.db, url));
const log = pino({ level: "silent" });
const reindex = () =>
  reindexListings({ db: database.db, search: createSearch({ db: database.db, env: {}, log }), log });

/** `id title` of each, sorted, as the database has the list: what every form must tell. */
async function published(id: string) {
  const district = (await getDistrict(database.db, id))!;
  const listings = await listWhole(database.db, district, TEST_NOW);
  return listings.map((listing) => `${listing.id} ${listing.content.title}`).sort();
}
const told = (rows: { id: string; title: string }[]) => rows.map(({ id, title }) => `${id} ${title}`).sort();

beforeAll(async () => {
  await seed(database.db, TEST_NOW);
  await reindex();
}, 120_000);

describe.each([districts.riverbend, districts.lakeshore])("the seeded list of $slug", ({ id, slug }) => {
  it("comes whole out of the API, page by page, by either order", async () => {
    const all = await published(id);
    expect(all.length).toBeGreaterThan(slug === "riverbend" ? 60 : 10);
    const api = `/api/v1/districts/${slug}/listings`;
    expect(told(await forms.listings(`${api}?page_size=7`))).toEqual(all);
    expect(told(await forms.listings(`${api}?page_size=100&sort=closing`))).toEqual(all);
  });

  it("comes whole out of CSV, with the columns that are documented, in their order", async () => {
    const rows = await forms.csv(`/${slug}/opportunities.csv`);
    expect(told(rows as { id: string; title: string }[])).toEqual(await published(id));
    expect(Object.keys(rows[0]!)).toEqual(CSV_COLUMNS.map(({ name }) => name));
    const paid = await forms.csv(`/${slug}/opportunities.csv?pay=paid&sort=closing`);
    expect(paid.length).toBeLessThan(rows.length);
    expect(new Set(paid.map(({ pay }) => pay))).toEqual(new Set(["paid"]));
    expect(rows.every(({ longitude }) => longitude === "" || Number(longitude) < -70)).toBe(true);
  });

  it("comes whole out of HSDS, by the published schema", async () => {
    const services = await forms.hsds(slug);
    expect(told(services.map((each) => ({ id: each.id as string, title: each.name as string })))).toEqual(
      await published(id),
    );
    expect(services.flatMap((service) => hsdsFaults(service, "service"))).toEqual([]);
    expect(services.filter((service) => "assured_date" in service).length).toBeGreaterThan(services.length / 2);
  });

  it("says nothing of the other district", async () => {
    const other = slug === "riverbend" ? districts.lakeshore : districts.riverbend;
    const [foreign] = await published(other.id);
    const foreignId = foreign!.split(" ")[0]!;
    for (const address of [
      `/api/v1/districts/${slug}/listings/${foreignId}`,
      `/api/hsds/v3/districts/${slug}/services/${foreignId}`,
    ])
      expect((await forms.ask(address)).status).toBe(404);
    const own = new Set((await published(other.id)).map((line) => line.split(" ")[0]));
    expect((await forms.hsds(slug)).filter((service) => own.has(service.id as string))).toEqual([]);
  });
});

describe("an edition", () => {
  it("comes out of every form as it was published, and of no other district's", async () => {
    const ctx = asCoordinator(database.db, people.dana.id, districts.riverbend.id);
    const words = { title: "Spring 2027", titleEs: "Primavera 2027", note: "Dear families", noteEs: null };
    const drafted = await draftEdition(ctx, { ...words, idempotencyKey: randomUUID() });
    if (!drafted.ok) throw new Error(drafted.refusal);
    const publishing = { editionId: drafted.value.editionId, version: 1, idempotencyKey: randomUUID() };
    const outcome = await publishEdition(ctx, publishing);
    if (!outcome.ok) throw new Error(outcome.refusal);
    const { number } = outcome.value;
    const frozen = await published(districts.riverbend.id);
    await givenSearchable(database.db, { opportunity: { title: "After the edition" } });

    const api = "/api/v1/districts/riverbend/editions";
    expect(told(await forms.listings(`${api}/${number}/listings?page_size=9`))).toEqual(frozen);
    const csv = await forms.csv(`/riverbend/editions/${number}/list.csv`);
    expect(told(csv as { id: string; title: string }[])).toEqual(frozen);
    const file = (await (await forms.ask(`/riverbend/editions/${number}/list.json`)).json()) as {
      edition: object;
      listings: { id: string; title: string }[];
    };
    expect(told(file.listings)).toEqual(frozen);
    expect(file.edition).toMatchObject({
      number,
      title: "Spring 2027",
      note: "Dear families",
      listings: frozen.length,
    });
    expect(await asDescribed(api, await forms.ask(api))).toMatchObject({
      data: [{ number, title_es: "Primavera 2027" }],
    });
    expect(await asDescribed(`${api}/${number}`, await forms.ask(`${api}/${number}`))).toEqual(file.edition);

    const elsewhere = `/api/v1/districts/lakeshore/editions/${number}`;
    for (const address of [elsewhere, `${elsewhere}/listings`, `${api}/0`, `${api}/1e3`, `${api}/99`])
      expect(await asDescribed(address, await forms.ask(address))).toMatchObject({ status: 404 });
    for (const form of ["csv", "json"])
      expect((await forms.ask(`/lakeshore/editions/${number}/list.${form}`)).status).toBe(404);
  });
});

describe("the smaller addresses", () => {
  it.each([
    "districts",
    "districts/riverbend",
    "districts/riverbend/pathways",
    "districts/lakeshore/organizations?page_size=3",
  ])("%s answers as described", async (path) => {
    const answer = await forms.ask(`/api/v1/${path}`);
    expect(answer.status).toBe(200);
    await asDescribed(`/api/v1/${path}`, answer);
    const asked = `/api/v1/${path}${path.includes("?") ? "&" : "?"}color=red`;
    expect(await asDescribed(asked, await forms.ask(asked))).toMatchObject({ status: 400, parameter: "color" });
  });

  it("a listing goes by its id and its slug, and is gone once it was closed", async () => {
    const { listing } = await givenSearchable(database.db);
    const gone = await givenSearchable(database.db, { listing: { state: "closed" } });
    const draft = await givenSearchable(database.db, { listing: { state: "submitted" } });
    const at = (name: string) => `/api/v1/districts/riverbend/listings/${name}`;
    for (const name of [listing.id, listing.slug])
      expect(await asDescribed(at(name), await forms.ask(at(name)))).toMatchObject({ id: listing.id });
    for (const name of [gone.listing.id, gone.listing.slug])
      expect(await asDescribed(at(name), await forms.ask(at(name)))).toMatchObject({ status: 410 });
    for (const name of [draft.listing.id, draft.listing.slug, "nothing", randomUUID()])
      expect(await asDescribed(at(name), await forms.ask(at(name)))).toMatchObject({ status: 404 });
    const hsds = (id: string) => `/api/hsds/v3/districts/riverbend/services/${id}`;
    expect(hsdsFaults(await (await forms.ask(hsds(listing.id))).json(), "service")).toEqual([]);
    expect((await forms.ask(hsds(gone.listing.id))).status).toBe(410);
  });

  it("HSDS comes in pages by number, and organizations with their services", async () => {
    const base = "/api/hsds/v3/districts/riverbend";
    expect(await (await forms.ask(base)).json()).toMatchObject({ version: "3.0" });
    for (const [path, kind] of [
      ["services", "service"],
      ["organizations", "organization"],
    ] as const)
      for (const full of [true, false]) {
        const answer = await forms.ask(`${base}/${path}?page=2&per_page=3&full=${full}`);
        const page = (await answer.json()) as { contents: object[] };
        expect(page).toMatchObject({ page_number: 2, size: 3, first_page: false, last_page: false, empty: false });
        expect(page.contents.flatMap((each) => hsdsFaults(each, kind))).toEqual([]);
        expect(page.contents.some((each) => "services" in each || "attributes" in each)).toBe(full);
      }
    for (const query of ["page=0", "page=x", "per_page=101", "per_page=0", "full=maybe", "page=1&page=2", "search=x"])
      expect((await forms.ask(`${base}/services?${query}`)).status).toBe(400);
    expect(await (await forms.ask(`${base}/services?page=99999`)).json()).toMatchObject({ empty: true, contents: [] });
  });
});

const BLNS = new URL("../../../shared/data/bad-input/blns.json", import.meta.url).pathname;
const more = existsSync(BLNS) ? (JSON.parse(readFileSync(BLNS, "utf8")) as string[]) : [];

describe(`naughty texts${more.length > 0 ? "" : " (ours only: ../shared/data/bad-input is not on this machine)"}`, () => {
  it("are data in every form", { timeout: 120_000 }, async () => {
    const texts = [...NAUGHTY_STRINGS, ...more].filter((text) => text.trim() && !/\0|\p{Cs}/u.test(text)).slice(0, 300);
    const given = new Map<string, string>();
    for (const text of texts) {
      const fields = { title: text, summary: text, description: text, tasks: text, requirements: text, schedule: text };
      const { listing } = await givenSearchable(database.db, {
        opportunity: { ...fields, howToAsk: text, titleEs: text, skills: [text], city: text, street: text },
        listing: { districtId: districts.lakeshore.id, noteToReaders: text, labels: [text] },
      });
      given.set(listing.id, text);
    }
    const ours = <T extends { id: string }>(rows: T[]) => rows.filter(({ id }) => given.has(id));
    const api = ours(await forms.listings("/api/v1/districts/lakeshore/listings?page_size=100"));
    const csv = ours(
      (await forms.csv("/lakeshore/opportunities.csv")) as { id: string; title: string; summary: string }[],
    );
    const hsds = ours((await forms.hsds("lakeshore")) as { id: string; name: string }[]);
    expect([api.length, csv.length, hsds.length]).toEqual([given.size, given.size, given.size]);
    for (const { id, title, summary, place } of api)
      expect([title, summary, place?.city]).toEqual([given.get(id), given.get(id), given.get(id)]);
    for (const { id, name } of hsds) expect(name).toBe(given.get(id));
    expect(hsds.flatMap((service) => hsdsFaults(service, "service"))).toEqual([]);
    for (const { id, title, summary } of csv)
      for (const cell of [title, summary]) {
        // What a spreadsheet would run begins with an apostrophe.
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        expect([given.get(id), `'${given.get(id)}`]).toContain(cell);
      }
  });

  it("in an organization's website lead nowhere", async () => {
    const api = await forms.listings("/api/v1/districts/riverbend/listings?page_size=100");
    expect(api.some(({ organization }) => organization.id === organizations.bluestem.id)).toBe(true);
    const websites = api.flatMap(({ organization }) => organization.website ?? []);
    expect(websites.every((website) => /^https?:/.test(website))).toBe(true);
  });
});

it("the check of HSDS sees what is missing, of another type, or not in the schema", () => {
  const id = randomUUID();
  expect(hsdsFaults({ id, status: "open", minimum_age: "16", color: "red", schedules: [{}] }, "service")).toEqual([
    "service.name is missing",
    'service.status is "open", not active|inactive|defunct|temporarily_closed',
    'service.minimum_age is "16", not number',
    "service.color is not known",
    "service.schedules[0].id is missing",
  ]);
});
