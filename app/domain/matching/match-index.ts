import { openGrades, type Limits } from "../opportunities/eligibility.ts";
import { meanScores, shapeOf, THEMES, type Scores, type Theme } from "../interests/riasec.ts";

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
  remote: boolean;
  point: { latitude: number; longitude: number } | null;
  /** The instant after which asking is of no use; null: none set. */
  lastInstant: Date | null;
  /** When it takes place: `after_school`, `weekend`… */
  when: readonly string[];
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
  subClusters: readonly ReferenceSubCluster[];
  /** Six a row: the shape of the mean profile of its sub-clusters; zeros when it has none. */
  shapes: Float64Array;
  /** Themes that mark the work: above its own mean and above work on the whole; a bit a theme. */
  marks: Uint8Array;
  /** MOST_SUB_CLUSTERS a row: positions in `subClusters`, NONE for no more. */
  subClusterOf: Uint8Array;
  /** Grades it is open to, a bit a grade. */
  openGrades: Uint16Array;
  /** Milliseconds; Infinity: no last instant. */
  lastInstant: Float64Array;
  publishedAt: Float64Array;
  confirmedAt: Float64Array;
  remote: Uint8Array;
  /** Three a row: the point on the unit sphere; NaN without a point. */
  points: Float64Array;
}

export function indexListings(
  listings: readonly MatchableListing[],
  subClusters: readonly ReferenceSubCluster[],
): MatchIndex {
  const n = listings.length;
  const index: MatchIndex = {
    listings,
    subClusters,
    shapes: new Float64Array(n * THEMES.length),
    marks: new Uint8Array(n),
    subClusterOf: new Uint8Array(n * MOST_SUB_CLUSTERS).fill(NONE),
    openGrades: Uint16Array.from(listings, (each) => bitsOf(openGrades(each, each.onlyGrades))),
    lastInstant: Float64Array.from(listings, ({ lastInstant }) => lastInstant?.getTime() ?? Infinity),
    publishedAt: Float64Array.from(listings, ({ publishedAt }) => publishedAt.getTime()),
    confirmedAt: Float64Array.from(listings, ({ confirmedAt }) => confirmedAt.getTime()),
    remote: Uint8Array.from(listings, ({ remote }) => Number(remote)),
    points: new Float64Array(n * 3).fill(NaN),
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
