import { milesTo, type MatchIndex } from "./match-index.ts";
import type { Learner } from "./learner.ts";

/** Why a listing cannot be for this learner now. */
export const EXCLUSIONS = ["over", "grade", "school", "too_far"] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/**
 * The rules no score can outweigh: dates, the grades it is open to, the schools it is kept to, the distance a learner set.
 * `miles` is the distance of the row, NaN when either has no point.
 */
export function exclusionOf(
  index: MatchIndex,
  row: number,
  learner: Learner,
  miles: number,
  now: number,
): Exclusion | null {
  if (index.lastInstant[row]! <= now) return "over";
  if (learner.grade !== null && !(index.openGrades[row]! & (1 << learner.grade))) return "grade";
  if (learner.schoolId !== null) {
    const schools = index.listings[row]!.schoolIds;
    if (schools.length > 0 && !schools.includes(learner.schoolId)) return "school";
  }
  // Written so that NaN, a listing without a point, is out as well.
  const isNear =
    learner.withinMiles === null || !learner.point || index.remote[row] === 1 || miles <= learner.withinMiles;
  return isNear ? null : "too_far";
}

export const distanceFrom = (index: MatchIndex, row: number, from: [number, number, number] | null) =>
  from ? milesTo(index, row, from) : NaN;
