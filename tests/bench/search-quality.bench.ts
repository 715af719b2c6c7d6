/**
 * How well searching finds: judged queries over real postings (`search/judged-queries.ts` says what is right), the share
 * with a right answer among the first ten, for each adapter side by side. Meilisearch is the one at MEILI_URL, or one of
 * its own by the program MEILI_BIN names. MISSES=20 shows that many of what was not found, never of the half that is
 * held out: nobody mends the search by its words, and its share stands beside the whole. QUERIES=100000 asks all.
 */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createMeilisearchIndex } from "#app/search/meilisearch.server.ts";
import { noFilters } from "#app/search/criteria.ts";
import { createPostgresIndex } from "#app/search/postgres.server.ts";
import type { SearchDocument, SearchIndex } from "#app/search/search-index.ts";
import { connect } from "#db/client.server.ts";
import { startEmbedded } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { MEILI_BIN, startMeilisearch } from "#tests/support/meilisearch.ts";
import { buildCorpus, hasShared, SHARED } from "./search/corpus.ts";
import { isHeldOut, judgedQueries, type JudgedQuery } from "./search/judged-queries.ts";

const SHOWN = 10;
const MISSES = Number(process.env.MISSES ?? 0);
const NOW = new Date("2027-02-09T20:30:00Z");
const { MEILI_URL: url, MEILI_SEARCH_KEY: searchKey = "", MEILI_ADMIN_KEY: adminKey = "" } = process.env;

interface Found {
  share: number;
  /** Mean of 1 / the place of the first right answer. */
  rank: number;
  /** The share among those whose misses are not shown. */
  heldOut: number;
  /** The share among word pairs the product's synonyms do not hold. */
  unlisted: number | null;
  misses: string[];
}

export default async function bench() {
  if (!hasShared()) {
    console.error(`not run: ${SHARED} is not on this machine`);
    return [{ id: "quality", queries: 0 }];
  }
  const own = !url && MEILI_BIN ? await startMeilisearch(MEILI_BIN) : null;
  const meilisearch = url ? { url, searchKey, adminKey } : own?.engine;
  if (!meilisearch) console.error("Meilisearch was not asked: neither MEILI_URL nor MEILI_BIN is set");
  const dir = await mkdtemp(path.join(os.tmpdir(), "bench-quality-"));
  const server = await startEmbedded(dir);
  const { db, end } = connect(server.url, { statementTimeoutMs: 0 });
  try {
    await migrate(server.url);
    const { documents, judged, districtId } = await buildCorpus(db, NOW);
    const engines = [createPostgresIndex(db)];
    if (meilisearch) engines.push(createMeilisearchIndex({ ...meilisearch, index: "bench_quality" }));
    for (const engine of engines) await engine.rebuild(inParts(documents));
    const results = [];
    for (const { name, goal, queries } of await judgedQueries(judged)) {
      const found: Record<string, Found> = {};
      for (const engine of engines) found[engine.name] = await ask(engine, districtId, queries);
      const shares = Object.values(found).map(({ share }) => share);
      results.push({
        ...{ id: name, listings: judged.length, queries: queries.length },
        ...overlap(queries),
        ...Object.fromEntries(Object.entries(found).flatMap(([engine, one]) => figures(engine, one))),
        ...(goal === null ? {} : { goal, passed: shares.every((share) => share >= goal) }),
      });
      for (const [engine, { misses }] of Object.entries(found))
        if (MISSES && misses.length)
          console.error(`${name}, ${engine}, ${misses.length} not found: ${misses.slice(0, MISSES).join(", ")}`);
    }
    return results;
  } finally {
    await end();
    await server.stop();
    await own?.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

async function ask(engine: SearchIndex, districtId: string, queries: readonly JudgedQuery[]): Promise<Found> {
  let places = 0;
  const missed = new Set<JudgedQuery>();
  for (const asked of queries) {
    const { hits } = await engine.search({
      ...noFilters(NOW),
      ...{ districtId, words: asked.query, near: null, sort: "best", page: 1, pageSize: SHOWN, now: NOW },
    });
    const place = hits.findIndex(({ id }) => asked.right.has(id));
    if (place < 0) missed.add(asked);
    else places += 1 / (place + 1);
  }
  const shareOf = (part: readonly JudgedQuery[]) =>
    part.filter((one) => !missed.has(one)).length / Math.max(1, part.length);
  const unlisted = queries.filter(({ onAnswerSheet }) => onAnswerSheet === false);
  return {
    share: shareOf(queries),
    rank: places / Math.max(1, queries.length),
    heldOut: shareOf(queries.filter(isHeldOut)),
    unlisted: unlisted.length ? shareOf(unlisted) : null,
    misses: [...missed].filter((one) => !isHeldOut(one)).map(({ query }) => query),
  };
}

/** Of word pairs, the share that the product's synonyms hold as well. */
function overlap(queries: readonly JudgedQuery[]) {
  const pairs = queries.filter(({ onAnswerSheet }) => onAnswerSheet !== undefined);
  return pairs.length ? { overlap: pairs.filter(({ onAnswerSheet }) => onAnswerSheet).length / pairs.length } : {};
}

const figures = (engine: string, { share, rank, heldOut, unlisted }: Found): [string, number][] => [
  [engine, share],
  [`${engine}HeldOut`, heldOut],
  [`${engine}Rank`, rank],
  ...(unlisted === null ? [] : [[`${engine}Unlisted`, unlisted] satisfies [string, number]]),
];

async function* inParts(documents: SearchDocument[]) {
  for (let at = 0; at < documents.length; at += 500) yield documents.slice(at, at + 500);
}
