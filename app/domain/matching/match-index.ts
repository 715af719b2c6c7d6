import { TIMES } from "../interests/interest-profile.ts";
import { openGrades, type Limits } from "../opportunities/eligibility.ts";
import { meanScores, shapeOf, THEMES, type Scores, type Theme } from "../interests/riasec.ts";
import { waysOf } from "./reach.ts";
import { STANDARD_WEIGHTS, type Weights } from "./weights.ts";

/** What matching knows of a published listing. */
export interface MatchableListing extends Limits {
  id: string;
  organizationId: string;
  kind: string | null;
  subClusters: readonly string[];
  /** Slugs of the district's pathways. */
  pathways: readonly string[];
  /** Schools it is kept to; empty: all. */
  schoolIds: readonly string[];
  /** Grades the district keeps it to; empty: those of its limits. */
  onlyGrades: readonly number[];
  /** Groups it is kept to, in the district's words; empty: all. */
  onlyGroups: readonly string[];
  remote: boolean;
  point: { latitude: number; longitude: number } | null;
  /** The instant after which asking is of no use; null: none set. */
  lastInstant: Date | null;
  /** When it takes place: `after_school`, `weekend`… */
  when: readonly string[];
  /** How one gets there, `TRANSPORT` of opportunities. */
  transport: readonly string[];
  skills: readonly string[];
  /** How often its page was opened, by nobody in particular, until the end of yesterday. */
  seen: number;
  publishedAt: Date;
  confirmedAt: Date;
}

export interface ReferenceSubCluster {
  code: string;
  clusterCode: string;
  scores: Scores;
}

/** Sub-clusters of a listing that count. */
export const MOST_SUB_CLUSTERS = 4;
export const NONE = 255;
/** Mean radius of the earth. */
const EARTH_MILES = 3958.8;

/**
 * A district's listings as columns of numbers, made once per version of its list: five thousand of them are scored
 * within a millisecond. Row i of every column is `listings[i]`.
 */
export interface MatchIndex {
  listings: readonly MatchableListing[];
  /** The district's day it is for; what changes from day to day changes with it. */
  day: string;
  weights: Readonly<Weights>;
  subClusters: readonly ReferenceSubCluster[];
  /** Six a row: the shape of the mean profile of its sub-clusters; zeros when it has none. */
  shapes: Float64Array;
  /** Themes that mark the work: above its own mean and above work on the whole; a bit a theme. */
  marks: Uint8Array;
  /** MOST_SUB_CLUSTERS a row: positions in `subClusters`, NONE for no more. */
  subClusterOf: Uint8Array;
  /** A bit for each of its pathways, `pathwayBit`; several may share one. */
  pathwayBits: Uint32Array;
  /** Grades it is open to, a bit a grade: by grades and usual ages, and by grades alone. */
  openGrades: Uint16Array;
  gradesAlone: Uint16Array;
  /** Milliseconds; Infinity: no last instant. */
  lastInstant: Float64Array;
  publishedAt: Float64Array;
  confirmedAt: Float64Array;
  remote: Uint8Array;
  /** Three a row: the point on the unit sphere; NaN without a point. */
  points: Float64Array;
  /** A bit a time of `TIMES`, and FLEXIBLE. */
  times: Uint8Array;
  /** What its partner says of the way, as `waysOf`. */
  ways: Uint8Array;
  /** Skills in small letters -> position of a skill; those of row i are `skills` from `skillsAt[i]` to `skillsAt[i + 1]`. */
  skillIds: ReadonlyMap<string, number>;
  skills: Uint32Array;
  skillsAt: Uint32Array;
  /** What a listing of the list is seen on average. */
  usuallySeen: number;
  /** 1 for what nobody saw, about half for what is seen as usual. */
  unseen: Float64Array;
  /** A number of its own for each listing, to deal attention out by. */
  lots: Uint32Array;
}

export interface IndexSettings {
  day: string;
  weights?: Readonly<Weights>;
}

export function indexListings(
  listings: readonly MatchableListing[],
  subClusters: readonly ReferenceSubCluster[],
  { day, weights = STANDARD_WEIGHTS }: IndexSettings,
): MatchIndex {
  const n = listings.length;
  const usuallySeen = listings.reduce((total, { seen }) => total + seen, 0) / Math.max(1, n);
  const index: MatchIndex = {
    ...{ listings, subClusters, day, weights },
    shapes: new Float64Array(n * THEMES.length),
    marks: new Uint8Array(n),
    subClusterOf: new Uint8Array(n * MOST_SUB_CLUSTERS).fill(NONE),
    openGrades: Uint16Array.from(listings, (each) => bitsOf(openGrades(each, each.onlyGrades))),
    pathwayBits: Uint32Array.from(listings, ({ pathways }) =>
      pathways.reduce((bits, slug) => bits | pathwayBit(slug), 0),
    ),
    gradesAlone: Uint16Array.from(listings, ({ gradeMin, gradeMax, onlyGrades }) =>
      bitsOf(openGrades({ gradeMin, gradeMax, ageMin: null, ageMax: null }, onlyGrades)),
    ),
    lastInstant: Float64Array.from(listings, ({ lastInstant }) => lastInstant?.getTime() ?? Infinity),
    publishedAt: Float64Array.from(listings, ({ publishedAt }) => publishedAt.getTime()),
    confirmedAt: Float64Array.from(listings, ({ confirmedAt }) => confirmedAt.getTime()),
    remote: Uint8Array.from(listings, ({ remote }) => Number(remote)),
    points: new Float64Array(n * 3).fill(NaN),
    times: Uint8Array.from(listings, ({ when }) => timesOf(when)),
    ways: Uint8Array.from(listings, ({ transport }) => waysOf(transport)),
    ...skillsOf(listings),
    usuallySeen,
    unseen: Float64Array.from(listings, ({ seen }) => 1 / (1 + seen / (1 + usuallySeen))),
    lots: Uint32Array.from(listings, ({ id }) => lotOf(id)),
  };
  const positions = new Map(subClusters.map(({ code }, position) => [code, position]));
  const workOnTheWhole = meanScores(subClusters.map(({ scores }) => scores));
  listings.forEach((listing, row) => {
    const known = listing.subClusters.flatMap((code) => positions.get(code) ?? []).slice(0, MOST_SUB_CLUSTERS);
    index.subClusterOf.set(known, row * MOST_SUB_CLUSTERS);
    const scores = meanScores(known.flatMap((position) => subClusters[position]?.scores ?? []));
    if (scores && workOnTheWhole) {
      index.shapes.set(shapeOf(scores), row * THEMES.length);
      index.marks[row] = marksOf(scores, workOnTheWhole);
    }
    if (listing.point) index.points.set(onSphere(listing.point), row * 3);
  });
  return index;
}

export const FLEXIBLE = 1 << TIMES.length;
export const timesOf = (when: readonly string[]) =>
  TIMES.reduce((bits, time, i) => bits | (when.includes(time) ? 1 << i : 0), when.includes("flexible") ? FLEXIBLE : 0);
export const inSmallLetters = (text: string) => text.trim().toLocaleLowerCase();

function skillsOf(listings: readonly MatchableListing[]): Pick<MatchIndex, "skillIds" | "skills" | "skillsAt"> {
  const skillIds = new Map<string, number>();
  const skills: number[] = [];
  const skillsAt = [0];
  for (const listing of listings) {
    for (const skill of new Set(listing.skills.map(inSmallLetters))) {
      const id = skillIds.get(skill) ?? skillIds.size;
      skillIds.set(skill, id);
      skills.push(id);
    }
    skillsAt.push(skills.length);
  }
  return { skillIds, skills: Uint32Array.from(skills), skillsAt: Uint32Array.from(skillsAt) };
}

/** FNV-1a: the same text, the same number, on every machine. */
export function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

export const pathwayBit = (slug: string) => 1 << (lotOf(slug) % 32);
const bitsOf = (grades: number[]) => grades.reduce((bits, grade) => bits | (1 << grade), 0);
export const bitOf = (theme: Theme) => 1 << THEMES.indexOf(theme);

function marksOf(scores: Scores, workOnTheWhole: Scores): number {
  const own = THEMES.reduce((total, theme) => total + scores[theme], 0) / THEMES.length;
  return THEMES.filter((theme) => scores[theme] > own && scores[theme] > workOnTheWhole[theme]).reduce(
    (bits, theme) => bits | bitOf(theme),
    0,
  );
}

export function onSphere({ latitude, longitude }: { latitude: number; longitude: number }): [number, number, number] {
  const [lat, lng] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  return [Math.cos(lat) * Math.cos(lng), Math.cos(lat) * Math.sin(lng), Math.sin(lat)];
}

/** Miles along the ground from a point on the unit sphere to a row's; NaN when the row has no point. */
export function milesTo(index: MatchIndex, row: number, [x, y, z]: [number, number, number]): number {
  const at = row * 3;
  const { points } = index;
  const dx = points[at]! - x;
  const dy = points[at + 1]! - y;
  const dz = points[at + 2]! - z;
  const chord = Math.sqrt(dx * dx + dy * dy + dz * dz);
  // Within two hundred miles the first two terms of the series are exact to a foot, and several times faster.
  const arc = chord < 0.05 ? chord * (1 + (chord * chord) / 24) : 2 * Math.asin(Math.min(1, chord / 2));
  return EARTH_MILES * arc;
}
