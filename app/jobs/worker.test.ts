import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Database } from "#db/database.ts";
import { listings } from "#db/schema/listings.ts";
import { districts as districtRows, pathways } from "#db/schema/districts.ts";
import { districts } from "#db/seed/cast.ts";
import { readSearchableVersions } from "#app/domain/listings/search-documents.server.ts";
import { tellReaders } from "#app/domain/listings/publishing-effects.server.ts";
import { createSearch, type Search } from "#app/search/create-search.server.ts";
import { otherEngine } from "#tests/support/other-engine.ts";
import { listWaitingForIndex } from "#tests/support/indexing.ts";
import { givenDocument } from "#tests/support/search-documents.ts";
import { noFilters, type SearchCriteria } from "#app/search/criteria.ts";
import { driftOf } from "#app/search/drift.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { mailing } from "#tests/support/keys.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { enqueue } from "./enqueue.server.ts";
import type { JobParts } from "./parts.ts";
import { indexListings } from "./tasks/index-listings.server.ts";
import { mirrorListings } from "./tasks/mirror-listings.server.ts";
import { rebuildEngines, reindexListings } from "./tasks/reindex-listings.server.ts";
import { startWorker } from "./worker.server.ts";

const database = useTestDatabase();
const log = pino({ level: "silent" });
let search: Search;
let worker: { stop(): Promise<void> };

beforeAll(async () => {
  search = createSearch({ db: database.db, env: {}, log });
  worker = await startWorker({ ...mailing, databaseUrl: database.url, db: database.db, search, log });
  // What a start looks at first must be over before a test changes it.
  await vi.waitFor(async () => expect(await jobsUnder("check-search")()).toBe(0));
});
afterAll(() => worker.stop());

const asking = (words: string, districtId: string = districts.riverbend.id): SearchCriteria => ({
  ...{ districtId, words, near: null, sort: "best", page: 1, pageSize: 24, now: TEST_NOW },
  ...noFilters(TEST_NOW),
});
const found = async (words: string, districtId?: string) =>
  (await search.search(asking(words, districtId))).hits.map(({ id }) => id);

/** Far enough in the future that the clock, which also runs here, leaves it alone. */
const LASTING = { closesOn: "2040-01-01", confirmedAt: new Date("2039-01-01"), publishedAt: TEST_NOW };
const given = (title: string, listing: Partial<typeof listings.$inferInsert> = {}) =>
  givenListing(database.db, { opportunity: { title }, listing: { ...LASTING, ...listing } });
const told = (listing: { id: string; districtId: string }, db: Database = database.db) =>
  db.transaction((tx) => tellReaders(tx, listing));

it("makes a published listing findable, in either language, and hides it when it leaves", async () => {
  const [pathway] = await database.db.select().from(pathways).where(eq(pathways.districtId, districts.riverbend.id));
  const { listing } = await given("Kiln assistant", { pathwayIds: pathway ? [pathway.id] : [] });
  await told(listing);
  await expect.poll(() => found("kiln")).toEqual([listing.id]);
  expect(await found("pagada kiln")).toEqual([listing.id]);
  const page = await search.search(asking("kiln"));
  expect(page.facets).toMatchObject({ kind: { PaidInternship: 1 }, pay: { paid: 1 }, when: { after_school: 1 } });
  expect(page.facets.grade).toEqual({ "10": 1, "11": 1, "12": 1 });
  await database.db
    .update(listings)
    .set({ state: "suspended", version: sql`${listings.version} + 1` })
    .where(eq(listings.id, listing.id));
  await told(listing);
  await expect.poll(() => found("kiln")).toEqual([]);
});

it("ends cached pages once more when a change can be found, and then rests", async () => {
  const { listing } = await given("Quilting circle");
  await queueToRest();
  const before = await listVersion();
  await told(listing);
  await expect.poll(() => found("quilting")).toEqual([listing.id]);
  await expect.poll(() => listWaitingForIndex(database.db)).not.toContain(listing.id);
  expect(await listVersion()).toBe(before + 2);
  const { listing: hidden } = await given("Quilting draft", { state: "submitted", publishedAt: null });
  await told(hidden);
  await expect.poll(() => listWaitingForIndex(database.db)).not.toContain(hidden.id);
  expect(await listVersion()).toBe(before + 3);
});

it("has an engine rebuilt that does not hold what the lists do", async () => {
  const { listing } = await given("Forgotten foundry");
  expect(await found("foundry")).toEqual([]);
  await enqueue(database.db, "check-search", {});
  await expect.poll(() => found("foundry")).toEqual([listing.id]);
  await queueToRest();
});

it("never indexes what learners do not see", async () => {
  for (const state of ["draft", "submitted", "approved", "closed", "expired", "suspended", "declined"] as const) {
    const { listing } = await given("Secret workshop", { state });
    await told(listing);
  }
  const { listing: seen } = await given("Open workshop");
  await told(seen);
  await expect.poll(() => found("workshop")).toEqual([seen.id]);
});

async function listVersion(slug = "riverbend", db = database.db): Promise<number> {
  const [district] = await db.select().from(districtRows).where(eq(districtRows.slug, slug));
  return district?.listVersion ?? 0;
}

/** What an earlier test set going is done; what waits for a later try is not due. */
const queueToRest = () =>
  expect
    .poll(async () => (await database.db.execute(sql`select 1 from graphile_worker.jobs where run_at <= now()`)).length)
    .toBe(0);
const jobsUnder = (key: string) => async () =>
  (await database.db.execute(sql`select 1 from graphile_worker.jobs where key = ${key}`)).length;

it("finds only what the same transaction committed", async () => {
  const { listing } = await given("Glassblowing");
  await database.db
    .transaction(async (tx) => {
      await tellReaders(tx, listing);
      throw new Error("rolled back");
    })
    .catch(() => null);
  const { listing: later } = await given("Glass cutting");
  await told(later);
  await expect.poll(() => found("glass")).toContain(later.id);
  expect(await found("glassblowing")).toEqual([]);
});

it("indexes a district's changes together, and no district waits for another's", async () => {
  const ofRiverbend = [(await given("Basket weaving")).listing, (await given("Basket ball")).listing];
  const lakeshore = { districtId: districts.lakeshore.id };
  const { listing: elsewhere } = await given("Basket mending", lakeshore);
  await database.db.transaction(async (tx) => {
    for (const listing of ofRiverbend) await told(listing, tx);
    const changes = await tx.execute<{ changes: number }>(
      sql`select json_array_length(payload) as changes from graphile_worker._private_jobs
        where key = ${`index-listings:${districts.riverbend.id}`}`,
    );
    expect([...changes]).toEqual([{ changes: 2 }]);
    await told(elsewhere);
    await expect.poll(() => found("mending", lakeshore.districtId)).toEqual([elsewhere.id]);
  });
  await expect.poll(() => found("basket")).toHaveLength(2);
});

it("indexes all others when one cannot be read", async () => {
  const sound = await Promise.all(["Fencing", "Archery", "Rowing"].map((title) => given(`${title} circle`)));
  const ids = [...sound.map(({ listing }) => listing.id), "no listing's id"];
  await enqueue(
    database.db,
    "index-listings",
    ids.map((listingId) => ({ listingId })),
  );
  await expect.poll(async () => (await found("circle")).length).toBeGreaterThanOrEqual(sound.length);
  const alone = () =>
    database.db.execute(sql`select 1 from graphile_worker._private_jobs
      where last_error is not null and payload::text = '[{"listingId":"no listing''s id"}]'`);
  await expect.poll(alone, { timeout: 3_000 }).toHaveLength(1);
  await database.db.execute(sql`delete from graphile_worker._private_jobs where last_error is not null`);
});

it("rebuilds to exactly the published listings, without drift", async () => {
  const { listing } = await given("Never told of");
  await search.put([{ ...strayDocument(), districtId: districts.riverbend.id }]);
  const before = await listVersion("lakeshore");
  await enqueue(database.db, "reindex-listings", {}, { key: "reindex-listings" });
  await expect.poll(() => found("never told"), { timeout: 10_000 }).toEqual([listing.id]);
  await expect.poll(() => listVersion("lakeshore")).toBe(before + 1);
  const drift = driftOf(await readSearchableVersions(database.db), await search.engines[0]!.versions());
  expect(drift).toEqual({ missing: [], stale: [], surplus: [] });
});

it("starts the clock's job with the worker and leaves no failed job behind", async () => {
  const failed = await database.db.execute(
    sql`select task_identifier from graphile_worker.jobs where last_error is not null`,
  );
  expect([...failed]).toEqual([]);
});

it("indexes however much of the clock's work takes long", async () => {
  await enqueue(database.db, "mark-texts", {});
  await queueToRest();
  const { listing } = await given("Lantern making");
  await database.db.transaction(async (tx) => {
    await tx.execute(sql`select from opportunity_revisions where id = ${listing.publishedRevisionId} for update`);
    for (let round = 0; round < 10; round++) await enqueue(database.db, "mark-texts", {});
    await told(listing);
    await expect.poll(() => found("lantern")).toEqual([listing.id]);
  });
});

it("keeps an engine's outage to itself and catches up afterwards (R5)", async () => {
  const other = otherEngine();
  const parts = { db: database.db, search: { engines: [search.engines[0]!, other] }, log };
  const { listing } = await given("Origami club");
  other.away = true;
  const before = await listVersion();
  await mirrorListings(parts, [{ listingId: listing.id }, { listingId: randomUUID() }]);
  expect(other.held.size).toBe(0);
  const [waiting] = await database.db.execute(sql`
    select payload, run_at > now() as later from graphile_worker._private_jobs where key = 'mirror-listings'`);
  expect(waiting).toMatchObject({ later: true });
  expect((waiting?.payload as unknown[]).length).toBe(2);
  expect(await listVersion()).toBe(before);
  other.away = false;
  await mirrorListings(parts, waiting?.payload as { listingId: string }[]);
  expect([...other.held.keys()]).toEqual([listing.id]);
  expect(await listVersion()).toBe(before + 1);
});

it("rebuilds an engine that was away without those that were there (R5)", async () => {
  const there = { ...otherEngine(), name: "there", rebuild: vi.fn(async () => []) };
  const away = { ...otherEngine(), rebuild: () => Promise.reject(new Error("connection refused")) };
  // Seen from inside a transaction, so that the worker here, which knows neither, does not take the jobs.
  await database.db
    .transaction(async (tx) => {
      const parts = { db: tx, search: { engines: [there, away] }, log };
      await rebuildEngines(parts, {});
      const jobs = await tx.execute<{ payload: { engine: string } }>(
        sql`select payload from graphile_worker._private_jobs where key like 'reindex-listings:%' order by id`,
      );
      expect(jobs.map(({ payload }) => payload.engine)).toEqual(["there", "other"]);
      await rebuildEngines(parts, { engine: "there" });
      await expect(rebuildEngines(parts, { engine: "other" })).rejects.toThrow("connection refused");
      expect(there.rebuild).toHaveBeenCalledTimes(1);
      throw new Error("rolled back");
    })
    .catch((error: unknown) => expect(error).toEqual(new Error("rolled back")));
});

it("leaves readers to the engine that answers them", async () => {
  const { listing } = await given("Pottery wheel");
  const engines = [search.engines[0]!, otherEngine()];
  // Seen from inside: once it is committed, the worker here brings up the other engine and tells readers.
  await database.db.transaction(async (tx) => {
    const before = await listVersion("riverbend", tx);
    await indexListings({ db: tx, search: { engines }, log }, [{ listingId: listing.id }]);
    expect(await listVersion("riverbend", tx)).toBe(before);
  });
  expect(await found("pottery")).toEqual([listing.id]);
});

it("tells an operator of a refused document and indexes the others (R7)", async () => {
  const other = otherEngine();
  const lines: unknown[] = [];
  const heard: JobParts["log"] = { ...quiet, error: (detail: unknown) => void lines.push(detail) };
  other.poison = (await given("Poison")).listing.id;
  await reindexListings({ db: database.db, search: { engines: [other] }, log: heard });
  const truth = await readSearchableVersions(database.db);
  expect(driftOf(truth, await other.versions())).toEqual({ missing: [other.poison], stale: [], surplus: [] });
  expect(lines).toEqual([{ engine: "other", id: other.poison, reason: "poison" }]);
});

const quiet = { info: () => {}, warn: () => {}, debug: () => {} };

const strayDocument = () => givenDocument({ districtId: "", title: "Stray" });

it("tells of a job that failed without the texts its query carried", async () => {
  const lines: string[] = [];
  const secret = "maria.secret@example.org";
  const told = pino({}, { write: (line: string) => void lines.push(line) });
  const second = await startWorker({ ...mailing, databaseUrl: database.url, db: database.db, search, log: told });
  await worker.stop();
  await enqueue(database.db, "index-listings", [{ listingId: secret }], { key: "broken", maxAttempts: 1 });
  const lastError = async () => {
    const [job] = await database.db.execute<{ last_error: string | null }>(
      sql`select last_error from graphile_worker.jobs where key = 'broken'`,
    );
    return job?.last_error;
  };
  await expect.poll(lastError).toContain("22P02");
  await second.stop();
  expect(lines.filter((line) => line.includes("index-listings")).length).toBeGreaterThan(1);
  expect((await lastError()) + lines.join("")).not.toContain(secret);
});
