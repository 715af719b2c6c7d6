import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { bumpListVersion } from "#app/domain/districts/list-version.server.ts";
import { cleanUp } from "#app/domain/operations/clean-up.server.ts";
import {
  askForBooklet,
  beginBooklet,
  keepPart,
  MOST_SEARCHES,
  tellPage,
} from "#app/domain/printing/booklets.server.ts";
import { loader as progress } from "#app/routes/$district.booklets.$bookletId/route.tsx";
import { loader as pdf } from "#app/routes/$district.opportunities[.]pdf/route.ts";
import { bookletParts, booklets } from "#db/schema/printing.ts";
import { districts, organizations } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { printingParts, printWaiting } from "#tests/support/print-jobs.ts";
import { readPdf } from "#tests/support/read-pdf.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { givenSearchable } from "#tests/support/searchable.ts";
import { printBooklet } from "./print-booklet.server.ts";

const database = useTestDatabase();
const WHOLE = { edition: null, locale: "en", size: "normal", query: "" } as const;
const ctx = () => ({ db: database.db, now: TEST_NOW, actor: { kind: "system", userId: null } as const });

const parts = () => printingParts(database.db);
const work = () => printWaiting(database.db, { now: TEST_NOW });

async function get(query = "", { district = "riverbend", accept = "application/pdf", etag = "" } = {}) {
  const args = await ask(database.db, { url: `/${district}/opportunities.pdf${query}`, params: { district } });
  const request = new Request(args.request.url, { headers: { accept, ...(etag && { "if-none-match": etag }) } });
  return pdf({ ...args, request });
}
const read = async (response: Response) => readPdf(new Uint8Array(await response.arrayBuffer()));

/** Asks, prints and asks again. */
async function printed(query = "", options: Parameters<typeof get>[1] = {}) {
  const asked = get(query, options);
  await waitForJob();
  await work();
  await asked;
  return get(query, options);
}
async function waitForJob() {
  for (let tries = 0; tries < 100; tries++) {
    const [row] = await database.db.execute<{ jobs: number }>(
      sql`select count(*)::int as jobs from graphile_worker.jobs where task_identifier = 'print-booklet'`,
    );
    if (row?.jobs) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

beforeEach(async () => {
  await database.db.delete(booklets);
  await database.db.execute(sql`delete from graphile_worker._private_jobs`);
});

describe("a list's booklet", () => {
  test("is printed once for two hundred who ask at once, and then handed out as it is", async () => {
    await givenListing(database.db, { opportunity: { title: "Bicycle repair helper" } });
    const asked = Promise.all(Array.from({ length: 200 }, () => get()));
    await waitForJob();
    expect(await work()).toBe(1);
    // Who lost patience meanwhile asks again, as it is told to.
    expect((await asked).every(({ status }) => status === 200 || status === 503)).toBe(true);
    const answers = await Promise.all(Array.from({ length: 200 }, () => get()));
    expect(await work()).toBe(0);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ headers }) => headers.get("etag"))).size).toBe(1);
    const rows = await database.db.select().from(booklets);
    expect(rows).toMatchObject([{ state: "ready", run: 1 }]);
    const [first] = answers as [Response];
    expect(Number(first.headers.get("content-length"))).toBe(rows[0]!.length);
    expect(first.headers.get("content-disposition")).toMatch(/^inline; filename="riverbend-opportunities-2027-02-09/);
    expect((await read(first)).text).toContain("Bicycle repair helper");
    const etag = first.headers.get("etag")!;
    expect((await get("", { etag })).status).toBe(304);
  });

  test("is printed anew once the list has changed", async () => {
    const before = await printed();
    await bumpListVersion(database.db, districts.riverbend.id);
    const after = await printed();
    expect([before.status, after.status]).toEqual([200, 200]);
    expect(await database.db.select().from(booklets)).toMatchObject([{ state: "ready", run: 2 }]);
  });

  test("shows a browser how far it is, and tells a program when to come again", async () => {
    const program = await get();
    expect(program.status).toBe(503);
    expect(program.headers.get("retry-after")).toBe("2");
    const browser = await get("", { accept: "text/html,*/*" });
    expect(browser.status).toBe(303);
    const [row] = await database.db.select().from(booklets);
    expect(browser.headers.get("location")).toBe(`/riverbend/booklets/${row!.id}`);
    const params = { district: "riverbend", bookletId: row!.id };
    expect(await progress(await ask(database.db, { params }))).toMatchObject({ state: "waiting", pages: null });
    await work();
    const moved = await thrownBy(progress(await ask(database.db, { params })));
    expect(moved.headers.get("location")).toBe("/riverbend/opportunities.pdf");
    const elsewhere = { ...params, district: "lakeshore" };
    expect((await thrownBy(progress(await ask(database.db, { params: elsewhere })))).status).toBe(404);
  });

  test("of a search holds what it finds, and says what was searched", async () => {
    await givenSearchable(database.db, { opportunity: { title: "Paint a mural downtown", kind: "ServiceLearning" } });
    const response = await printed("?q=mural&utm_source=mail&page=3");
    const { text } = await read(response);
    expect(text).toContain("Paint a mural downtown");
    expect(text).not.toContain("Bicycle repair helper");
    expect(text).toContain("mural");
    const rows = await database.db.select({ query: booklets.query }).from(booklets);
    expect(rows).toEqual([{ query: "q=mural" }]);
  });

  test("is only of its own district", async () => {
    const title = "Sail a boat on the lake";
    const opportunity = { title, organizationId: organizations.harbor.id };
    await givenListing(database.db, { opportunity, listing: { districtId: districts.lakeshore.id } });
    const [here, there] = [await printed(), await printed("", { district: "lakeshore" })];
    expect((await read(there)).text).toContain(title);
    expect((await read(here)).text).not.toContain(title);
  });

  test("of a district that is not there is not found", async () => {
    expect((await thrownBy(get("", { district: "nowhere" }))).status).toBe(404);
  });
});

describe("printing", () => {
  const begin = async () => {
    const district = (await getDistrictBySlug(database.db, "riverbend"))!;
    const { id } = await askForBooklet(ctx(), district, WHOLE);
    return { id, run: (await beginBooklet(ctx(), id))! };
  };

  test("that was killed in the middle is taken up, and nothing of the first try is left in the file", async () => {
    const { id, run } = await begin();
    await keepPart(database.db, run.booklet, 0, Buffer.from("half of a booklet"));
    await printBooklet(parts(), { bookletId: id }, { now: TEST_NOW });
    const [row] = await database.db.select().from(booklets).where(eq(booklets.id, id));
    expect(row).toMatchObject({ state: "ready", run: 2 });
    const response = await get();
    expect((await read(response)).pages.length).toBe(row!.pages);
  });

  test("that another job has begun since stops", async () => {
    const { id, run } = await begin();
    await beginBooklet(ctx(), id);
    expect(await tellPage(database.db, run.booklet, 1, 9)).toBe(false);
  });

  test("again keeps the parts of the last file for who is still reading it", async () => {
    await printed();
    const [first] = await database.db.select().from(booklets);
    for (let times = 0; times < 2; times++) {
      await bumpListVersion(database.db, districts.riverbend.id);
      await printed();
    }
    const runs = await database.db.selectDistinct({ run: bookletParts.run }).from(bookletParts);
    expect(runs.map(({ run }) => run).sort()).toEqual([first!.run + 1, first!.run + 2]);
  });
});

test("of searches only so many are kept", async () => {
  const district = (await getDistrictBySlug(database.db, "riverbend"))!;
  for (let n = 0; n < MOST_SEARCHES + 3; n++) {
    const now = new Date(TEST_NOW.getTime() + n * 1000);
    await askForBooklet({ db: database.db, now }, district, { ...WHOLE, query: `q=word${n}` });
  }
  const kept = await database.db.select({ query: booklets.query }).from(booklets);
  expect(kept).toHaveLength(MOST_SEARCHES);
  expect(kept.map(({ query }) => query)).not.toContain("q=word0");
});

test("cleaning up takes booklets nobody asked for lately, and never an edition's", async () => {
  const old = new Date(TEST_NOW.getTime() - 3 * 86_400_000);
  const district = (await getDistrictBySlug(database.db, "riverbend"))!;
  for (const edition of [null, 1]) await askForBooklet({ db: database.db, now: old }, district, { ...WHOLE, edition });
  await cleanUp(ctx());
  expect(await database.db.select({ edition: booklets.edition }).from(booklets)).toEqual([{ edition: 1 }]);
});
