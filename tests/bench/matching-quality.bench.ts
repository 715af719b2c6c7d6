/**
 * How well matching matches: students drawn from real occupations' interests and real schools (`matching/students.ts`)
 * look at real postings and the seed's listings for ten days; what they open is counted as the server counts it and weighs
 * in the next day's order. Against three plain orders, each of which it must beat at what that order is worst at.
 */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { matchIndexOf } from "#app/domain/matching/matches.server.ts";
import { indexListings, type MatchableListing, type MatchIndex } from "#app/domain/matching/match-index.ts";
import { connect } from "#db/client.server.ts";
import { startEmbedded } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { likingOf, openRows, RANKINGS, type Ranking } from "./matching/rankings.ts";
import { drawStudents, type Student } from "./matching/students.ts";
import { buildCorpus, hasShared, SHARED } from "./search/corpus.ts";

const SEED = 20270209;
const NOW = new Date("2027-02-09T20:30:00Z");
const DAYS = 10;
const STUDENTS_A_DAY = 100;
const SHOWN = 10;
/** Places a student opens, from the top; each the less likely the farther down. */
const OPENED = 0.4;
/** Work whose true profile correlates so well is right for a student. */
const RIGHT = 0.5;
const ENOUGH = 5;

/** What each plain order is worst at, and which way is better. */
const WEAKNESS = {
  newest: { figure: "coverage", better: 1 },
  nearest: { figure: "precision", better: 1 },
  interest: { figure: "gini", better: -1 },
} as const;

interface Figures {
  /** Of the first ten, the share that the student truly likes and may go to. */
  precision: number;
  /** Of the listings open to anyone, the share shown to someone. */
  coverage: number;
  /** Of exposure: 0 all alike, 1 all to one. */
  gini: number;
  /** Students with at least five right ones among their first ten. */
  enough: number;
}

export default async function bench() {
  if (!hasShared()) {
    console.error(`not run: ${SHARED} is not on this machine`);
    return [{ id: "matching-quality", students: 0 }];
  }
  const index = await realIndex();
  const students = await drawStudents(SHARED, DAYS * STUDENTS_A_DAY, seeded(SEED));
  const figures = Object.fromEntries(
    Object.entries(RANKINGS).map(([name, ranking]) => [name, simulate(index, students, ranking)]),
  ) as Record<keyof typeof RANKINGS, Figures>;
  const size = { listings: index.listings.length, students: students.length };
  const rows = (Object.keys(WEAKNESS) as (keyof typeof WEAKNESS)[]).map((name) => {
    const { figure, better } = WEAKNESS[name];
    const [ours, theirs] = [figures.matching[figure], figures[name][figure]];
    const goal = `matching ${better > 0 ? "more" : "less"} ${figure} than ${theirs.toFixed(3)}: ${ours.toFixed(3)}`;
    return { id: name, ...size, ...figures[name], goal, passed: (ours - theirs) * better > 0 };
  });
  return [{ id: "matching", seed: SEED, ...size, ...figures.matching }, ...rows];
}

/** The corpus of the search bench; the seed's places are carried to the city of the postings and schools, as a whole. */
async function realIndex(): Promise<MatchIndex> {
  const dir = await mkdtemp(path.join(os.tmpdir(), "bench-matching-"));
  const server = await startEmbedded(dir);
  const { db, end } = connect(server.url, { statementTimeoutMs: 0 });
  try {
    await migrate(server.url);
    await buildCorpus(db, NOW);
    const district = (await getDistrictBySlug(db, "riverbend"))!;
    const index = await matchIndexOf(db, district, NOW);
    const carried = index.listings.map((listing) => carry(listing, district));
    return indexListings(carried, index.subClusters, { day: index.day });
  } finally {
    await end();
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

const CITY = { latitude: 40.73, longitude: -73.97 };
const NEARBY_DEGREES = 3;

function carry(listing: MatchableListing, home: { latitude: number; longitude: number }): MatchableListing {
  const { point } = listing;
  if (!point || Math.abs(point.longitude - home.longitude) > NEARBY_DEGREES) return listing;
  const moved = {
    latitude: point.latitude - home.latitude + CITY.latitude,
    longitude: point.longitude - home.longitude + CITY.longitude,
  };
  return { ...listing, point: moved };
}

function simulate(start: MatchIndex, students: readonly Student[], ranking: Ranking): Figures {
  const random = seeded(SEED + 1);
  const exposure = new Float64Array(start.listings.length);
  const seen = start.listings.map((listing) => listing.seen);
  const [right, enough]: [number[], number[]] = [[], []];
  let index = start;
  for (let day = 0; day < DAYS; day++) {
    const now = new Date(NOW.getTime() + day * 86_400_000);
    for (const { learner, likes } of students.slice(day * STUDENTS_A_DAY, (day + 1) * STUDENTS_A_DAY)) {
      const rows = ranking(index, learner, now, SHOWN);
      const fit = rows.filter((row) => likingOf(index, row, likes) >= RIGHT).length;
      right.push(fit / SHOWN);
      enough.push(Number(fit >= ENOUGH));
      rows.forEach((row, place) => {
        exposure[row]!++;
        if (random() < OPENED / (1 + place / 3)) seen[row]!++;
      });
    }
    const listings = start.listings.map((listing, row) => ({ ...listing, seen: seen[row]! }));
    const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
    index = indexListings(listings, start.subClusters, { day: tomorrow });
  }
  const open = new Set(students.flatMap(({ learner }) => openRows(start, learner, NOW)));
  const shown = [...open].map((row) => exposure[row]!);
  return {
    precision: rounded(mean(right)),
    coverage: rounded(mean(shown.map((times) => Number(times > 0)))),
    gini: rounded(giniOf(shown)),
    enough: rounded(mean(enough)),
  };
}

function giniOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const total = sorted.reduce((sum, each) => sum + each, 0);
  const weighted = sorted.reduce((sum, each, i) => sum + (i + 1) * each, 0);
  return (2 * weighted) / (sorted.length * total) - (sorted.length + 1) / sorted.length;
}

const rounded = (share: number) => Math.round(share * 1000) / 1000;
const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);

/** Mulberry32. */
function seeded(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
