import { EARTH_MILES } from "../districts/distance.ts";
import { TIMES } from "../interests/interest-profile.ts";
import { NEW_DAYS } from "../listings/freshness.ts";
import { SPOKEN_LANGUAGES } from "../opportunities/choices.ts";
import { openGrades, type Limits } from "../opportunities/eligibility.ts";
import { NEEDS, type Need } from "../people/student-profile.ts";
import { meanScores, shapeOf, THEMES, type Scores, type Shape, type Theme } from "../interests/riasec.ts";
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
  point: Point | null;
  /** The instant after which asking is of no use; null: none set. */
  lastInstant: Date | null;
  /** When it takes place: `after_school`, `weekend`… */
  when: readonly string[];
  /** How one gets there, `TRANSPORT` of opportunities. */
  transport: readonly string[];
  skills: readonly string[];
  /** What it gives of what a learner may need. */
  brings: readonly Need[];
  /** Codes of the languages spoken there. */
  languages: readonly string[];
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
const NO_LIMIT = 255;
export const DAY = 86_400_000;
/** After so many days without confirmation half the worth is left. */
const HALF_FRESH_DAYS = 30;

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
  /** Rows without a sub-cluster. */
  unfiled: readonly number[];
  /** Rows by pathway, and by skill in small letters. */
  rowsOfPathway: ReadonlyMap<string, readonly number[]>;
  rowsOfSkill: ReadonlyMap<string, readonly number[]>;
  /** Grades it is open to, a bit a grade: by grades and usual ages, and by grades alone. */
  openGrades: Uint16Array;
  gradesAlone: Uint16Array;
  /** Ages it is open to; 0 and 255 for no limit. */
  ageMin: Uint8Array;
  ageMax: Uint8Array;
  /** 1 for what is kept to schools or groups. */
  restricted: Uint8Array;
  /** Milliseconds; Infinity: no last instant. */
  lastInstant: Float64Array;
  publishedAt: Float64Array;
  confirmedAt: Float64Array;
  /** 1 for what is new, less the longer ago it was confirmed; as the day began. */
  freshness: Float64Array;
  remote: Uint8Array;
  /** Three a row: the point on the unit sphere; NaN without a point. */
  points: Float64Array;
  /** A bit a time of `TIMES`, and FLEXIBLE. */
  times: Uint8Array;
  /** What its partner says of the way, as `waysOf`. */
  ways: Uint8Array;
  /** A bit for each of NEEDS that it brings, and for each of SPOKEN_LANGUAGES but English that is spoken there. */
  brings: Uint8Array;
  spoken: Uint32Array;
  /** What a listing of the list is seen on average. */
  usuallySeen: number;
  /** 1 for what nobody saw, about half for what is seen as usual. */
  unseen: Float64Array;
  /** A number of its own for each listing, to deal attention out by. */
  lots: Int32Array;
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
  const positions = new Map(subClusters.map(({ code }, position) => [code, position]));
  const filed = listings.map(({ subClusters: codes }) =>
    codes.flatMap((code) => positions.get(code) ?? []).slice(0, MOST_SUB_CLUSTERS),
  );
  const index: MatchIndex = {
    ...{ listings, subClusters, day, weights },
    shapes: new Float64Array(n * THEMES.length),
    marks: new Uint8Array(n),
    subClusterOf: new Uint8Array(n * MOST_SUB_CLUSTERS).fill(NONE),
    openGrades: Uint16Array.from(listings, (each) => bitsOf(openGrades(each, each.onlyGrades))),
    unfiled: filed.flatMap((its, row) => (its.length === 0 ? row : [])),
    rowsOfPathway: rowsBy(listings, ({ pathways }) => pathways),
    rowsOfSkill: rowsBy(listings, ({ skills }) => skills.map(inSmallLetters)),
    gradesAlone: Uint16Array.from(listings, ({ gradeMin, gradeMax, onlyGrades }) =>
      bitsOf(openGrades({ gradeMin, gradeMax, ageMin: null, ageMax: null }, onlyGrades)),
    ),
    ageMin: Uint8Array.from(listings, ({ ageMin }) => ageMin ?? 0),
    ageMax: Uint8Array.from(listings, ({ ageMax }) => ageMax ?? NO_LIMIT),
    restricted: Uint8Array.from(listings, (each) => Number(each.schoolIds.length + each.onlyGroups.length > 0)),
    lastInstant: Float64Array.from(listings, ({ lastInstant }) => lastInstant?.getTime() ?? Infinity),
    publishedAt: Float64Array.from(listings, ({ publishedAt }) => publishedAt.getTime()),
    confirmedAt: Float64Array.from(listings, ({ confirmedAt }) => confirmedAt.getTime()),
    freshness: Float64Array.from(listings, (each) => freshnessOf(each, Date.parse(day))),
    remote: Uint8Array.from(listings, ({ remote }) => Number(remote)),
    points: new Float64Array(n * 3).fill(NaN),
    times: Uint8Array.from(listings, ({ when }) => timesOf(when)),
    ways: Uint8Array.from(listings, ({ transport }) => waysOf(transport)),
    brings: Uint8Array.from(listings, ({ brings }) => needsOf(brings)),
    spoken: Uint32Array.from(listings, ({ languages }) => languagesOf(languages)),
    usuallySeen,
    unseen: Float64Array.from(listings, ({ seen }) => 1 / (1 + seen / (1 + usuallySeen))),
    lots: Int32Array.from(listings, ({ id }) => lotOf(id)),
  };
  const workOnTheWhole = meanScores(subClusters.map(({ scores }) => scores));
  listings.forEach((listing, row) => {
    const known = filed[row]!;
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
export const needsOf = (needs: readonly Need[]) =>
  NEEDS.reduce((bits, need, i) => bits | (needs.includes(need) ? 1 << i : 0), 0);
/** English is spoken everywhere: it tells nothing. */
export const languagesOf = (languages: readonly string[]) =>
  SPOKEN_LANGUAGES.reduce(
    (bits, language, i) => bits | (language !== "en" && languages.includes(language) ? 1 << i : 0),
    0,
  );
export const inSmallLetters = (text: string) => text.trim().toLowerCase();

function rowsBy(
  listings: readonly MatchableListing[],
  wordsOf: (listing: MatchableListing) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  listings.forEach((listing, row) => {
    for (const word of new Set(wordsOf(listing))) {
      const known = rows.get(word);
      if (known) known.push(row);
      else rows.set(word, [row]);
    }
  });
  return rows;
}

/** FNV-1a: the same text, the same number, on every machine. */
export function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function freshnessOf({ publishedAt, confirmedAt }: MatchableListing, morning: number): number {
  if (morning - publishedAt.getTime() <= NEW_DAYS * DAY) return 1;
  const days = Math.max(0, morning - confirmedAt.getTime()) / DAY;
  return 1 / (1 + days / HALF_FRESH_DAYS);
}

const bitsOf = (grades: number[]) => grades.reduce((bits, grade) => bits | (1 << grade), 0);
export const bitOf = (theme: Theme) => 1 << THEMES.indexOf(theme);

function marksOf(scores: Scores, workOnTheWhole: Scores): number {
  const own = THEMES.reduce((total, theme) => total + scores[theme], 0) / THEMES.length;
  return THEMES.filter((theme) => scores[theme] > own && scores[theme] > workOnTheWhole[theme]).reduce(
    (bits, theme) => bits | bitOf(theme),
    0,
  );
}

export interface Point {
  latitude: number;
  longitude: number;
}

export function onSphere({ latitude, longitude }: Point): [number, number, number] {
  const [lat, lng] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  return [Math.cos(lat) * Math.cos(lng), Math.cos(lat) * Math.sin(lng), Math.sin(lat)];
}

/** Of a chord's square: within two hundred miles the first two terms of the series are exact to a foot, and much faster. */
const NEAR = 0.0025;

/**
 * The squares of the miles along the ground from a point to each row's; NaN for a row without one. Squares, because a
 * scan of thousands has no need of the roots.
 */
export function squareMilesFrom({ points, listings }: MatchIndex, from: Point): Float64Array {
  const [x, y, z] = onSphere(from);
  const squares = new Float64Array(listings.length);
  for (let row = 0, at = 0; row < squares.length; row++, at += 3) {
    const dx = points[at]! - x;
    const dy = points[at + 1]! - y;
    const dz = points[at + 2]! - z;
    const chord = dx * dx + dy * dy + dz * dz;
    const series = 1 + chord / 24;
    const arc = chord < NEAR ? chord * series * series : (2 * Math.asin(Math.min(1, Math.sqrt(chord) / 2))) ** 2;
    squares[row] = EARTH_MILES * EARTH_MILES * arc;
  }
  return squares;
}

/** The correlation of each row's work with a learner's shape. */
export function correlationsWith({ shapes, listings }: MatchIndex, [r, i, a, s, e, c]: Shape): Float64Array {
  const correlations = new Float64Array(listings.length);
  for (let row = 0, at = 0; row < correlations.length; row++, at += THEMES.length) {
    const first = shapes[at]! * r + shapes[at + 1]! * i + shapes[at + 2]! * a;
    correlations[row] = first + shapes[at + 3]! * s + shapes[at + 4]! * e + shapes[at + 5]! * c;
  }
  return correlations;
}

/** A table of bits by position in `subClusters`; none at NONE. */
export const bitsByPosition = ({ subClusters }: MatchIndex, bitsOf: (subCluster: ReferenceSubCluster) => number) =>
  Uint8Array.from({ length: NONE + 1 }, (_, position) =>
    position in subClusters ? bitsOf(subClusters[position]!) : 0,
  );

/** For each row the bits of all its sub-clusters. */
export function bitsOfRows({ subClusterOf, listings }: MatchIndex, bits: Uint8Array): Uint8Array {
  const together = new Uint8Array(listings.length);
  for (let row = 0, at = 0; row < together.length; row++, at += MOST_SUB_CLUSTERS) {
    const first = bits[subClusterOf[at]!]! | bits[subClusterOf[at + 1]!]!;
    together[row] = first | bits[subClusterOf[at + 2]!]! | bits[subClusterOf[at + 3]!]!;
  }
  return together;
}
