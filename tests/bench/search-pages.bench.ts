/**
 * B3: a search through HTTP against the engine asked directly with the same question, in turn, and suggestions while
 * typing through HTTP. B4: the same with ten times as many listings. SIZES=5000,50000,500000 goes further than the two
 * sizes measured by default. The list's version is raised before each request, as a publish would: no page comes from the cache.
 */
import os from "node:os";
import { sql } from "drizzle-orm";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { askedOf } from "#app/search/asked-of.server.ts";
import type { SearchCriteria } from "#app/search/criteria.ts";
import { createPostgresIndex } from "#app/search/postgres.server.ts";
import { readQuery } from "#app/search/query.ts";
import { connect, type Connection } from "#db/client.server.ts";
import type { Database } from "#db/database.ts";
import { startBuiltSite, type BuiltSite } from "#tests/support/built-site.ts";
import { between, chance, jobs, letters, pick, typo, words } from "./search/drawn-queries.ts";
import { plantGenerated } from "./search/plant-generated.ts";
import { median } from "./median.ts";

const SIZES = (process.env.SIZES ?? "5000,50000").split(",").map(Number);
const ROUNDS = 5;
const QUERIES = 30;
const RATIO_GOAL = 1.3;
const GROWTH_GOAL = 3;
const SUGGESTING_GOAL_MS = 50;
const LIST = "/riverbend/opportunities";
const ZIPS = ["61201", "61265", "52801", "52722", "61244", "61282", "52807"];

type Asked = Record<string, string>;
const filters = (): Asked => ({
  kind: pick(["PaidInternship", "Mentorship", "JobShadowing", "ServiceLearning"]),
  grade: String(pick([9, 10, 11, 12])),
  ...(chance(0.5) ? { when: pick(["after_school", "weekend", "summer"]) } : { pay: pick(["paid", "stipend"]) }),
  sort: pick(["newest", "closing", "best"]),
});
const CLASSES: Record<string, () => Asked> = {
  words: () => ({ q: words() }),
  typo: () => ({ q: typo() }),
  "filters and facets": () => (chance(0.5) ? filters() : { q: words(), ...filters() }),
  "near a ZIP": () => ({ where: pick(ZIPS), within: String(Math.ceil(between(2, 60))), sort: "nearest" }),
};
const TYPED: Record<string, () => Asked> = {
  "suggestions for What?": () => ({ box: "what", q: pick(letters(pick(jobs).toLowerCase())) }),
  "suggestions for What?, mistyped": () => ({ box: "what", q: typo() }),
  "suggestions for Where?": () => ({
    box: "where",
    q: pick(letters(pick(["moline", "davenport", "61201", "rock isl"]))),
  }),
};

interface Round {
  page: number;
  direct: number;
}

export default async function bench() {
  const results: Record<string, unknown>[] = [];
  const before = new Map<string, number>();
  for (const listings of SIZES) {
    const site = await startBuiltSite({
      core: 0,
      cwd: process.env.SITE_DIR,
      env: { WORKER: "off", LOG_LEVEL: "silent" },
    });
    let searching: Connection | null = null;
    try {
      const now = new Date();
      await plantGenerated(site.connection.db, listings, now);
      searching = connect(site.databaseUrl, { byIndex: true });
      const search = await directly(site, searching.db, now);
      for (const [name, draw] of Object.entries(CLASSES)) {
        const rounds: Round[] = [];
        // The first round only warms both up.
        for (let round = -1; round < ROUNDS; round++) {
          const one = await measure(site, draw, search);
          if (round >= 0) rounds.push(one);
        }
        const p95 = median(rounds.map(({ page }) => page));
        const ratio = median(rounds.map(({ page, direct }) => page / direct));
        results.push({
          ...{ id: "B3", name, listings, rounds: ROUNDS, p95, directP95: median(rounds.map(({ direct }) => direct)) },
          ...{ ratio, load: os.loadavg()[0], goal: RATIO_GOAL, passed: ratio <= RATIO_GOAL },
        });
        console.error(
          `${listings} listings, ${name}: p95 ${p95.toFixed(0)} ms, ${ratio.toFixed(2)} times the engine's`,
        );
        const last = before.get(name);
        if (last) {
          const growth = p95 / last;
          results.push({ id: "B4", name, listings, growth, goal: GROWTH_GOAL, passed: growth <= GROWTH_GOAL });
        }
        before.set(name, p95);
      }
      results.push(...(await suggesting(site, listings)));
    } finally {
      await searching?.end();
      await site.stop();
    }
  }
  return results;
}

/** The engine without the page around it. */
async function directly({ connection: { db } }: BuiltSite, searching: Database, now: Date) {
  const index = createPostgresIndex(searching);
  const district = (await getDistrictBySlug(db, "riverbend"))!;
  return {
    criteria: async (asked: Asked) =>
      (await askedOf(db, district, readQuery(new URLSearchParams(asked)), { now })).criteria,
    ask: (criteria: SearchCriteria) => index.search(criteria),
  };
}

/** The two in turn, each first as often as the other. */
async function measure(
  site: BuiltSite,
  draw: () => Asked,
  search: Awaited<ReturnType<typeof directly>>,
): Promise<Round> {
  const [page, direct]: [number[], number[]] = [[], []];
  for (let n = 0; n < QUERIES; n++) {
    const asked = draw();
    const criteria = await search.criteria(asked);
    await raiseVersion(site);
    const ways = [
      async () => page.push(await timed(() => get(site, LIST, asked))),
      async () => direct.push(await timed(() => search.ask(criteria))),
    ];
    for (const way of n % 2 ? ways : ways.toReversed()) await way();
  }
  return { page: p95Of(page), direct: p95Of(direct) };
}

async function suggesting(site: BuiltSite, listings: number) {
  const results = [];
  for (const [name, draw] of Object.entries(TYPED)) {
    const rounds: number[] = [];
    for (let round = -1; round < ROUNDS; round++) {
      const times: number[] = [];
      for (let n = 0; n < QUERIES; n++) {
        const asked = draw();
        await raiseVersion(site);
        times.push(await timed(() => get(site, "/riverbend/suggestions", asked)));
      }
      if (round >= 0) rounds.push(p95Of(times));
    }
    const p95 = median(rounds);
    console.error(`${listings} listings, ${name}: p95 ${p95.toFixed(0)} ms`);
    const figures = { id: "type-ahead", name, listings, rounds: ROUNDS, p95, load: os.loadavg()[0] };
    results.push({ ...figures, goal: SUGGESTING_GOAL_MS, passed: p95 <= SUGGESTING_GOAL_MS });
  }
  return results;
}

async function get({ port }: BuiltSite, path: string, asked: Asked) {
  const address = `${path}?${new URLSearchParams(asked)}`;
  const response = await fetch(`http://localhost:${port}${address}`, { headers: { "Accept-Encoding": "br" } });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
}

const raiseVersion = ({ connection: { db } }: BuiltSite) =>
  db.execute(sql`
    with raised as (update districts set list_version = list_version + 1 where slug = 'riverbend' returning slug, list_version)
    select pg_notify('list_version', slug || ':' || list_version) from raised`);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const p95Of = (times: number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
