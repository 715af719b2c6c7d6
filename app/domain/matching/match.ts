/**
 * Matching suggests listings to a learner; it never ranks learners, and no partner sees it. Rules come first
 * (exclusions.ts). Of what is left each told thing is worth 0 to 1, and the score is their weighted mean, so that a
 * learner who told less is not punished for it. What fits the learner's interests or choices is ordered by score; every
 * fifth place goes to something outside of them, said to be so, because interests are not aptitudes and follow what one
 * has seen. One organization or one kind never fills a page.
 */
import { shapeOf, THEMES } from "../interests/riasec.ts";
import { arrange } from "./arrange.ts";
import { distanceFrom, exclusionOf, type Exclusion } from "./exclusions.ts";
import type { Learner } from "./learner.ts";
import { MOST_SUB_CLUSTERS, NONE, onSphere, type MatchIndex } from "./match-index.ts";
import { DAY, NEW_DAYS, reasonsFor, type Reason } from "./reasons.ts";

export interface Match {
  id: string;
  /** 0 to 1; comparable within one answer only. */
  score: number;
  reasons: Reason[];
  /** From outside the learner's interests and choices, on purpose. */
  stretch: boolean;
  /** Null when either has no point. */
  miles: number | null;
}

export interface Matches {
  matches: Match[];
  /** How many fit, shown or not; stretches are not among them. */
  fitting: number;
  /** What the learner's own limits leave out, for saying how to widen. */
  leftOut: Record<Exclusion, number>;
}

const WEIGHTS = { interest: 5, choice: 4, distance: 2, when: 1.5, freshness: 1 } as const;
/** A listing that correlates less is not called a match of interests. */
const FITS = 0.1;
/** Worth of the same pathway, of a sub-cluster of a chosen pathway, of the same cluster. */
const CHOICE = { pathway: 1, subCluster: 0.8, cluster: 0.5 } as const;
/** At this distance half the worth is left. */
const HALF_WAY_MILES = 5;
const REMOTE_WORTH = 0.7;
const UNKNOWN_PLACE_WORTH = 0.3;
/** After so many days without confirmation half the worth is left. */
const HALF_FRESH_DAYS = 30;

/** At most `limit` matches at the instant `now`; a longer answer begins with the shorter one. */
export function matchListings(index: MatchIndex, learner: Learner, now: Date, limit: number): Matches {
  const at = now.getTime();
  const from = learner.point && onSphere(learner.point);
  const shape = learner.interests ? Float64Array.from(shapeOf(learner.interests.scores)) : null;
  const choices = choiceWorths(index, learner);
  const leftOut: Record<Exclusion, number> = { over: 0, grade: 0, school: 0, too_far: 0 };
  const n = index.listings.length;
  const scores = new Float64Array(n);
  const fitting: number[] = [];
  const others: number[] = [];
  for (let row = 0; row < n; row++) {
    const miles = distanceFrom(index, row, from);
    const exclusion = exclusionOf(index, row, learner, miles, at);
    if (exclusion) {
      leftOut[exclusion]++;
      continue;
    }
    const interest = shape ? correlationAt(index, row, shape) : 0;
    const choice = choices ? choiceAt(index, row, learner, choices) : 0;
    const fits = (!shape && !choices) || (shape !== null && interest > FITS) || choice > 0;
    let worth = WEIGHTS.freshness * freshnessAt(index, row, at);
    let weight: number = WEIGHTS.freshness;
    if (shape && fits) {
      worth += (WEIGHTS.interest * (1 + interest)) / 2;
      weight += WEIGHTS.interest;
    }
    if (choices && fits) {
      worth += WEIGHTS.choice * choice;
      weight += WEIGHTS.choice;
    }
    if (from) {
      worth += WEIGHTS.distance * distanceWorth(index, row, miles);
      weight += WEIGHTS.distance;
    }
    if (learner.when.length > 0) {
      worth += WEIGHTS.when * whenWorth(index, row, learner);
      weight += WEIGHTS.when;
    }
    scores[row] = worth / weight;
    (fits ? fitting : others).push(row);
  }
  const chosen = arrange(index, scores, fitting, others, limit);
  const matches = chosen.map(({ row, stretch }) => {
    const miles = distanceFrom(index, row, from);
    return {
      id: index.listings[row]!.id,
      score: scores[row]!,
      reasons: reasonsFor(index, row, { learner, miles, now: at, stretch }),
      stretch,
      miles: Number.isNaN(miles) ? null : miles,
    };
  });
  return { matches, fitting: fitting.length, leftOut };
}

function correlationAt(index: MatchIndex, row: number, shape: Float64Array): number {
  const { shapes } = index;
  const at = row * THEMES.length;
  let total = 0;
  for (let theme = 0; theme < THEMES.length; theme++) total += shapes[at + theme]! * shape[theme]!;
  return total;
}

/** Worth of each sub-cluster of the framework to this learner; null when nothing was chosen. */
function choiceWorths(index: MatchIndex, learner: Learner): Float64Array | null {
  if (learner.clusters.length === 0 && learner.pathways.length === 0) return null;
  const prepared = new Set(learner.pathways.flatMap(({ subClusters }) => subClusters));
  const clusters = new Set([...learner.clusters, ...[...prepared].map((code) => `${code.slice(0, 4)}00`)]);
  return Float64Array.from(index.subClusters, ({ code, clusterCode }) =>
    prepared.has(code) ? CHOICE.subCluster : clusters.has(clusterCode) ? CHOICE.cluster : 0,
  );
}

function choiceAt(index: MatchIndex, row: number, learner: Learner, worths: Float64Array): number {
  if (learner.pathways.length > 0) {
    const { pathways } = index.listings[row]!;
    if (pathways.length > 0 && learner.pathways.some(({ slug }) => pathways.includes(slug))) return CHOICE.pathway;
  }
  let best = 0;
  for (let i = row * MOST_SUB_CLUSTERS; i < (row + 1) * MOST_SUB_CLUSTERS; i++) {
    const position = index.subClusterOf[i]!;
    if (position === NONE) break;
    best = Math.max(best, worths[position]!);
  }
  return best;
}

function distanceWorth(index: MatchIndex, row: number, miles: number): number {
  if (index.remote[row] === 1) return REMOTE_WORTH;
  return Number.isNaN(miles) ? UNKNOWN_PLACE_WORTH : 1 / (1 + (miles / HALF_WAY_MILES) ** 2);
}

function whenWorth(index: MatchIndex, row: number, learner: Learner): number {
  const { when } = index.listings[row]!;
  return when.includes("flexible") || when.some((time) => learner.when.includes(time)) ? 1 : 0;
}

function freshnessAt(index: MatchIndex, row: number, now: number): number {
  if (now - index.publishedAt[row]! <= NEW_DAYS * DAY) return 1;
  const days = Math.max(0, now - index.confirmedAt[row]!) / DAY;
  return 1 / (1 + days / HALF_FRESH_DAYS);
}
