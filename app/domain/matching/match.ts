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
import { arrange, bestOf } from "./arrange.ts";
import { distanceFrom, rulesFor, type Exclusion } from "./exclusions.ts";
import type { Learner } from "./learner.ts";
import type { MatchIndex } from "./match-index.ts";
import { reasonsFor, type Reason } from "./reasons.ts";
import { newWorths, prepare, scoreOf, worthsAt } from "./terms.ts";

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
  const today = { year: Number(index.day.slice(0, 4)), month: Number(index.day.slice(5, 7)) };
  const exclusionOf = rulesFor(index, learner, told.now, today);
  const leftOut: Record<Exclusion, number> = { over: 0, school: 0, group: 0, too_far: 0, grade: 0, age: 0 };
  const n = index.listings.length;
  const scores = new Float64Array(n);
  const [fitting, others, closed]: [number[], number[], number[]] = [[], [], []];
  const worths = newWorths();
  for (let row = 0; row < n; row++) {
    const miles = distanceFrom(index, row, told.from);
    const exclusion = exclusionOf(row, miles);
    if (exclusion) leftOut[exclusion]++;
    if (exclusion && !mayOpen(index, row, learner, exclusion)) continue;
    const fits = worthsAt(index, told, row, miles, worths);
    scores[row] = scoreOf(worths, told.weights);
    if (!exclusion) (fits ? fitting : others).push(row);
    else if (fits) closed.push(row);
  }
  const milesAt = (row: number) => distanceFrom(index, row, told.from);
  const matches = arrange(index, scores, fitting, others, limit).map(({ row, stretch }) => {
    const miles = milesAt(row);
    worthsAt(index, told, row, miles, worths);
    return {
      id: index.listings[row]!.id,
      score: scores[row]!,
      reasons: reasonsFor(index, row, { prepared: told, worths, miles, stretch }),
      stretch,
      miles: known(miles),
    };
  });
  const later = bestOf(scores, closed, LATER_LOOKED_AT)
    .flatMap((row) => laterAt(index, row, learner, today) ?? [])
    .slice(0, MOST_LATER)
    .map((each) => ({ ...each, miles: known(milesAt(each.row)) }));
  return { matches, fitting: fitting.length, later: later.map(({ row: _, ...each }) => each), leftOut };
}

/** Of what is too high for a grade now; what is too low for it never opens again. */
const mayOpen = (index: MatchIndex, row: number, { grade }: Learner, exclusion: Exclusion) =>
  (exclusion === "grade" || exclusion === "age") && (grade === null || index.gradesAlone[row]! >> grade !== 0);

const known = (miles: number) => (Number.isNaN(miles) ? null : miles);

/** What stands in the way, and until when, unless by then nobody can ask any more; null when it will always. */
function laterAt(index: MatchIndex, row: number, learner: Learner, today: YearMonth) {
  const listing = index.listings[row]!;
  const limit = notYet(listing, listing.onlyGrades, learner, today);
  if (!limit) return null;
  const { opens } = limit;
  const isOver = opens !== null && Date.UTC(opens.year, opens.month - 1) > index.lastInstant[row]!;
  return { row, id: listing.id, ...limit, opens: isOver ? null : opens };
}
