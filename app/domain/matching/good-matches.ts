/**
 * Good matches (terms.ts says what is one) of many learners, one after the other: what a weekly mail tells of, and how many
 * a learner has. Most rows are left at the first look, by a column, before any rule is asked or score made.
 */
import { arrange } from "./arrange.ts";
import { OPEN, rulesFor } from "./exclusions.ts";
import type { Learner } from "./learner.ts";
import { matchAt, todayOf, type Match } from "./match.ts";
import type { MatchIndex } from "./match-index.ts";
import { isGoodAt, prepare, scoresOf, type Prepared } from "./terms.ts";

/** Good matches from which on a learner is well served. */
export const ENOUGH_MATCHES = 5;

interface Asked {
  now: Date;
  limit: number;
  /** Rows that may be among them; left out: all. */
  among?: Iterable<number>;
}

/** The best of them, in the mix of a page. */
export function goodMatches(index: MatchIndex, learner: Learner, { now, limit, among }: Asked): Match[] {
  const told = prepare(index, learner, now);
  const good = [...goodRows(index, told, among)];
  if (good.length === 0) return [];
  const scores = scoresOf(index, told);
  return arrange(index, scores, good, [], limit).map((place) => matchAt(index, told, scores, place));
}

/** Whether there are so many. */
export function hasGoodMatches(index: MatchIndex, learner: Learner, { now, limit }: Omit<Asked, "among">): boolean {
  let found = 0;
  for (const _ of goodRows(index, prepare(index, learner, now))) if (++found === limit) return true;
  return false;
}

function* goodRows(index: MatchIndex, told: Prepared, among: Iterable<number> = index.listings.keys()) {
  const exclusionOf = rulesFor(index, told.learner, { ...told, today: todayOf(index) });
  for (const row of among) if (isGoodAt(told, row) && exclusionOf(row) === OPEN) yield row;
}
