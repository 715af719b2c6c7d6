/**
 * R5: Meilisearch is down during a thousand searches and five hundred listing changes: every search answers 200 from
 * Postgres and says so. When it is back with ten thousand changes waiting, it holds what the lists do within a minute,
 * and `search:verify` finds no difference.
 */
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { pino } from "pino";
import { readSearchableVersions } from "#app/domain/listings/search-documents.server.ts";
import { restoreListing, suspendListing } from "#app/domain/listings/suspending.server.ts";
import { enqueue, enqueueRebuild } from "#app/jobs/enqueue.server.ts";
import { createSearch } from "#app/search/create-search.server.ts";
import { driftOf } from "#app/search/drift.ts";
import { districts, people } from "#db/seed/cast.ts";
import { startBuiltSite } from "#tests/support/built-site.ts";
import { asCoordinator } from "#tests/support/givens.ts";
import { MEILI_BIN, startMeilisearch } from "#tests/support/meilisearch.ts";
import { freePort } from "#tests/support/node-process.ts";
import { Checks, pause } from "./checks.ts";
import { plantListings } from "./plant-listings.ts";
import { Visitor, type Sent } from "./signed-in.ts";

const SEARCHES = 1_000;
const CHANGES = 500;
const PENDING = 10_000;
const AT_ONCE = 6;
const CONVERGED_MS = 60_000;
const PATIENCE_MS = 300_000;
const NOTICE = "Search is in simple mode";

const checks = new Checks();
const engine = MEILI_BIN ? await startMeilisearch(MEILI_BIN) : null;
const away = {
  MEILI_URL: `http://127.0.0.1:${await freePort()}`,
  ...{ MEILI_SEARCH_KEY: "a-key-that-searches", MEILI_ADMIN_KEY: "a-key-that-writes" },
};
const env = { ...(engine?.env ?? away), LOG_LEVEL: "silent" };
const site = await startBuiltSite({ cwd: process.env.SITE_DIR, env });
const { db } = site.connection;
try {
  const ids = await plantListings(db, "Tide pool", PENDING);
  await enqueueRebuild(db);
  checks.that((await untilAlike("postgres")) < PATIENCE_MS, "postgres holds what the lists do");
  if (engine) checks.that((await untilAlike("meilisearch")) < PATIENCE_MS, "meilisearch holds what the lists do");
  await engine?.kill();

  const [answers] = await Promise.all([searches(), changes(ids.slice(0, CHANGES / 2))]);
  const sound = answers.filter(({ status }) => status === 200).length;
  const told = answers.filter(({ text }) => text.includes(NOTICE)).length;
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  checks.that(sound === SEARCHES, `${sound} of ${SEARCHES} searches answered 200 during ${CHANGES} changes`);
  checks.that(told === SEARCHES, `${told} of them said that search is in simple mode`);
  const late = answers.flatMap(({ status, ms }, n) =>
    status === 200 ? [] : `number ${n}: ${status} after ${ms.toFixed(0)} ms`,
  );
  if (late.length > 0) console.log(`    ${late.slice(0, 20).join(", ")}`);
  console.log(`    half within ${times[SEARCHES / 2]?.toFixed(0)} ms, all within ${times.at(-1)?.toFixed(0)} ms`);
  checks.that((await untilAlike("postgres")) < PATIENCE_MS, "postgres followed the changes");

  if (engine) {
    await pend(ids);
    await engine.start();
    const ms = await untilAlike("meilisearch");
    checks.that(ms <= CONVERGED_MS, `meilisearch followed ${PENDING} changes in ${(ms / 1000).toFixed(1)} s`);
    const { text } = await new Visitor(site.port).get("/riverbend/opportunities?q=tide+pool+back");
    checks.that(!text.includes(NOTICE), "and answers readers again");
  } else checks.skip("the engine's return: MEILI_BIN is not set");
  const verified = verify();
  checks.that(verified.status === 0, `search:verify: ${verified.stdout.trim().replaceAll("\n", ", ")}`);
} finally {
  await site.stop();
  await engine?.stop();
}
checks.report("R5");

/** No page twice: a cached one would ask no engine. */
async function searches(): Promise<Sent[]> {
  const visitor = new Visitor(site.port);
  const answers: Sent[] = [];
  let asked = 0;
  const work = async () => {
    while (asked < SEARCHES) {
      const n = asked++;
      const filters = `grade=${9 + (n % 4)}&within=${1 + (n % 100)}`;
      answers.push(await visitor.get(`/riverbend/opportunities?q=tide+pool+${n}&where=61201&${filters}`));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answers;
}

/** Each of them leaves the list and comes back. */
async function changes(ids: string[]) {
  const dana = { ...asCoordinator(db, people.dana.id, districts.riverbend.id), now: new Date() };
  for (const listingId of ids) {
    const left = await suspendListing(dana, { listingId, note: "A doubt.", idempotencyKey: randomUUID() });
    const back = await restoreListing(dana, { listingId, idempotencyKey: randomUUID() });
    if (!left.ok || !back.ok) throw new Error(`${listingId} could not be changed`);
  }
}

/** As if each had been changed while the engine was away; Postgres has followed. */
async function pend(ids: string[]) {
  await db.execute(sql`update listings set version = version + 1 where slug like 'tide-pool-%'`);
  await db.execute(sql`
    update search_documents d set version = l.version from listings l where l.id = d.listing_id and l.slug like 'tide-pool-%'`);
  const changes = ids.map((listingId) => ({ listingId }));
  await enqueue(db, "mirror-listings", changes, { key: "mirror-listings", delayMs: 1_000 });
}

/** Milliseconds until an engine holds the lists' listings in their versions. */
async function untilAlike(name: string): Promise<number> {
  const log = pino({ level: "silent" });
  const { engines } = createSearch({ db, env: engine ? { meili: engine.engine } : {}, log });
  const asked = engines.find((one) => one.name === name)!;
  const start = performance.now();
  while (performance.now() - start < PATIENCE_MS) {
    const truth = await readSearchableVersions(db);
    const { missing, stale, surplus } = driftOf(truth, await asked.versions());
    if (missing.length + stale.length + surplus.length === 0) return performance.now() - start;
    await pause(1_000);
  }
  return Infinity;
}

function verify() {
  const { MEILI_URL: _url, ...own } = process.env;
  const command = ["node_modules/tsx/dist/cli.mjs", "app/search/verify.ts"];
  return spawnSync(process.execPath, command, {
    env: { ...own, ...engine?.env, DATABASE_URL: site.databaseUrl, LOG_LEVEL: "silent" },
    encoding: "utf8",
  });
}
