/** A list and learners out of nothing, the same every time, and how long work on them takes. */
import { readFileSync } from "node:fs";
import { ACTIVITIES, ANSWERS, scoreAnswers } from "#app/domain/interests/questionnaire.ts";
import { THEMES, type Scores, type Shape } from "#app/domain/interests/riasec.ts";
import { NOBODY, type Learner } from "#app/domain/matching/learner.ts";
import { indexListings, type MatchableListing, type MatchIndex } from "#app/domain/matching/match-index.ts";
import { KIND_CODES } from "#app/domain/opportunities/kinds.ts";

export const NOW = new Date("2027-02-09T20:30:00Z");
const SKILLS = ["tools", "welding", "tutoring", "cooking", "spreadsheets", "gardening"];

export function madeUpIndex(listings: number, random: () => number): MatchIndex {
  const subClusters = readSubClusters();
  return indexListings(
    Array.from({ length: listings }, (_, i) => anyListing(i, random, subClusters)),
    subClusters,
    { day: NOW.toISOString().slice(0, 10) },
  );
}

function readSubClusters() {
  const rows = readFileSync("db/reference/sub-clusters.tsv", "utf8").trim().split("\n").slice(1);
  return rows.map((row) => {
    const [code = "", clusterCode = "", , , ...numbers] = row.split("\t");
    const scores = Object.fromEntries(THEMES.map((theme, i) => [theme, Number(numbers[i])])) as Scores;
    return { code, clusterCode, scores };
  });
}

function anyListing(i: number, random: () => number, subClusters: { code: string }[]): MatchableListing {
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)]!;
  const daysAgo = (most: number) => new Date(NOW.getTime() - random() * most * 86_400_000);
  return {
    id: `listing-${i}`,
    organizationId: `organization-${Math.floor(random() * 900)}`,
    kind: pick(KIND_CODES),
    subClusters: Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(subClusters).code),
    pathways: random() < 0.4 ? [`pathway-${Math.floor(random() * 20)}`] : [],
    gradeMin: random() < 0.7 ? 6 + Math.floor(random() * 6) : null,
    gradeMax: random() < 0.5 ? 12 : null,
    ageMin: random() < 0.4 ? 14 + Math.floor(random() * 4) : null,
    ageMax: null,
    onlyGrades: [],
    onlyGroups: [],
    schoolIds: [],
    remote: random() < 0.1,
    point: random() < 0.9 ? { latitude: 41.2 + random() * 0.6, longitude: -91 + random() } : null,
    lastInstant: random() < 0.6 ? new Date(NOW.getTime() + (random() - 0.1) * 90 * 86_400_000) : null,
    when: random() < 0.5 ? ["after_school"] : ["weekend", "summer"],
    transport: random() < 0.5 ? ["bus"] : ["ride_offered", "walkable"],
    skills: SKILLS.filter(() => random() < 0.2),
    brings: random() < 0.4 ? ["paid"] : [],
    languages: random() < 0.3 ? ["en", "es"] : ["en"],
    seen: Math.floor(random() * 200),
    publishedAt: daysAgo(200),
    confirmedAt: daysAgo(60),
  };
}

/** One who told everything: the dearest kind. */
export function anyLearner(random: () => number): Learner {
  const result = scoreAnswers(
    Object.fromEntries(ACTIVITIES.map(({ id }) => [id, ANSWERS[Math.floor(random() * ANSWERS.length)]!])),
  );
  return {
    ...NOBODY,
    interests: { scores: result.scores, top: result.top },
    clusters: ["010100"],
    pathways: [{ slug: `pathway-${Math.floor(random() * 20)}`, subClusters: ["040206", "040201"] }],
    grade: 8 + Math.floor(random() * 5),
    point: { latitude: 41.5, longitude: -90.5 },
    withinMiles: 25,
    travel: ["walk", "bus"],
    when: ["after_school"],
    skills: SKILLS.slice(0, 3),
    more: ["020100"],
    less: ["030100"],
  };
}

export function seeded(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

let sink = 0;
/** Milliseconds of this process' own time an item: others on the machine are not counted. */
export function millisEach<T>(items: readonly T[], work: (item: T) => number): number {
  const start = process.cpuUsage();
  // The sum keeps the compiler from dropping the work.
  for (const item of items) sink += work(item);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / items.length;
}

/** What a plain scan of the same vectors takes. */
export function dotProducts(index: MatchIndex, shape: Shape): number {
  const { shapes } = index;
  let best = -Infinity;
  for (let at = 0; at < shapes.length; at += THEMES.length) {
    let total = 0;
    for (let theme = 0; theme < THEMES.length; theme++) total += shapes[at + theme]! * shape[theme]!;
    if (total > best) best = total;
  }
  return best;
}
