/**
 * Matching suggests listings to a learner; it never ranks learners, and no partner sees it. Rules come first
 * (exclusions.ts). Of what is left each told thing is worth 0 to 1 (terms.ts), and the score is their mean, weighted as
 * the district says (weights.ts), so that a learner who told less is not punished for it. What fits the learner's
 * interests or choices is ordered by score; every fifth place goes to something outside of them, said to be so, because
 * interests are not aptitudes and follow what one has seen. One organization or one kind never fills a page (arrange.ts).
 * New and little-seen listings weigh more, and whom they are shown to is dealt out by lot. What is not open yet comes last,
 * by the same score, with what stands in the way and until when.
 */
import { notYet, type NotYet, type YearMonth } from "../opportunities/eligibility.ts";
import { arrange, bestOf, type Place } from "./arrange.ts";
import { AGE, EXCLUSIONS, GRADE, OPEN, rulesFor, type Exclusion } from "./exclusions.ts";
import type { Learner } from "./learner.ts";
import type { MatchIndex } from "./match-index.ts";
import { reasonsFor, type Reason } from "./reasons.ts";
import { fitsAt, prepare, scoresOf, worthsAt, type Prepared } from "./terms.ts";

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

export interface Later extends NotYet {
  id: string;
  miles: number | null;
}

export interface Matches {
  matches: Match[];
  /** How many fit, shown or not; stretches are not among them. */
  fitting: number;
  /** The best of what only grade or age keeps from the learner, and will not for ever. */
  later: Later[];
  /** What the learner's own limits leave out, for saying how to widen. */
  leftOut: Record<Exclusion, number>;
}

const MOST_LATER = 6;
/** Looked through for those that open; most do. */
const LATER_LOOKED_AT = 24;

/** At most `limit` matches at the instant `now`; a longer answer begins with the shorter one. */
export function matchListings(index: MatchIndex, learner: Learner, now: Date, limit: number): Matches {
  const told = prepare(index, learner, now);
  const today = todayOf(index);
  const exclusionOf = rulesFor(index, learner, { ...told, today });
  const leftOut = new Uint32Array(EXCLUSIONS.length);
  const n = index.listings.length;
  const scores = scoresOf(index, told);
  const [fitting, others, closed]: [number[], number[], number[]] = [[], [], []];
  for (let row = 0; row < n; row++) {
    const exclusion = exclusionOf(row);
    if (exclusion !== OPEN) {
      leftOut[exclusion]!++;
      if (!mayOpen(index, row, learner, exclusion)) continue;
    }
    const fits = fitsAt(told, row);
    if (exclusion === OPEN) (fits ? fitting : others).push(row);
    else if (fits) closed.push(row);
  }
  const matches = arrange(index, scores, fitting, others, limit).map((place) => matchAt(index, told, scores, place));
  const later = bestOf(scores, closed, LATER_LOOKED_AT)
    .flatMap((row) => laterAt(index, row, learner, today) ?? [])
    .slice(0, MOST_LATER)
    .map(({ row, ...each }) => ({ ...each, miles: milesAt(told, row) }));
  const counts = Object.fromEntries(EXCLUSIONS.map((exclusion, i) => [exclusion, leftOut[i]!]));
  return { matches, fitting: fitting.length, later, leftOut: counts as Record<Exclusion, number> };
}

/** A row with its reasons, drawn from the worths that made its score. */
export function matchAt(index: MatchIndex, told: Prepared, scores: Float64Array, { row, stretch }: Place): Match {
  const worths = worthsAt(index, told, row);
  return {
    id: index.listings[row]!.id,
    score: scores[row]!,
    reasons: reasonsFor(index, row, { prepared: told, worths, stretch }),
    stretch,
    miles: milesAt(told, row),
  };
}

export const todayOf = ({ day }: MatchIndex): YearMonth => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
});

/** Of what is too high for a grade now; what is too low for it never opens again. */
const mayOpen = (index: MatchIndex, row: number, { grade }: Learner, exclusion: number) =>
  (exclusion === GRADE || exclusion === AGE) && (grade === null || index.gradesAlone[row]! >> grade !== 0);

function milesAt({ squares }: Prepared, row: number): number | null {
  const square = squares?.[row] ?? NaN;
  return Number.isNaN(square) ? null : Math.sqrt(square);
}

/** What stands in the way, and until when, unless by then nobody can ask any more; null when it will always. */
function laterAt(index: MatchIndex, row: number, learner: Learner, today: YearMonth) {
  const listing = index.listings[row]!;
  const limit = notYet(listing, listing.onlyGrades, learner, today);
  if (!limit) return null;
  const { opens } = limit;
  const isOver = opens !== null && Date.UTC(opens.year, opens.month - 1) > index.lastInstant[row]!;
  return { row, id: listing.id, ...limit, opens: isOver ? null : opens };
}
