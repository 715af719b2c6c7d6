/**
 * Good matches (terms.ts says what is one) of many learners, one after the other: what a weekly mail tells of, and how many
 * a learner has. Most rows are left at the first look, by a column, before any rule is asked or score made.
 */
import { arrange } from "./arrange.ts";
import { OPEN, rulesFor } from "./exclusions.ts";
import type { Learner } from "./learner.ts";
import { matchAt, todayOf, type Match } from "./match.ts";
import type { MatchIndex } from "./match-index.ts";
import { isGoodAt, prepare, scoresOfSome, type Prepared } from "./terms.ts";

/** Good matches from which on a learner is well served. */
export const ENOUGH_MATCHES = 5;

interface Asked {
  now: Date;
  limit: number;
  /** Rows that may be among them; left out: all. */
  among?: readonly number[];
}

/** The best of them, in the mix of a page. */
export function goodMatches(index: MatchIndex, learner: Learner, { now, limit, among }: Asked): Match[] {
  const told = prepare(index, learner, now);
  const good = goodRows(index, told, { among });
  if (good.length === 0) return [];
  const scores = scoresOfSome(index, told, good);
  return arrange(index, scores, good, [], limit).map((place) => matchAt(index, told, scores, place));
}

/** Whether there are so many. */
export function hasGoodMatches(index: MatchIndex, learner: Learner, { now, limit }: Omit<Asked, "among">): boolean {
  return goodRows(index, prepare(index, learner, now), { limit }).length === limit;
}

function goodRows(
  index: MatchIndex,
  told: Prepared,
  { among, limit = Infinity }: { among?: readonly number[] | undefined; limit?: number },
): number[] {
  const exclusionOf = rulesFor(index, told.learner, { ...told, today: todayOf(index) });
  const good: number[] = [];
  const looked = among?.length ?? index.listings.length;
  for (let at = 0; at < looked && good.length < limit; at++) {
    const row = among ? among[at]! : at;
    if (isGoodAt(told, row) && exclusionOf(row) === OPEN) good.push(row);
  }
  return good;
}
