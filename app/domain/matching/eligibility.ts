import { milesTo, type MatchIndex } from "./match-index.ts";
import type { Learner } from "./learner.ts";

/** Why a listing cannot be for this learner now. */
export const EXCLUSIONS = ["over", "grade", "school", "too_far"] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** A learner turns grade + 5 before and grade + 6 within the school year, as most do. */
export const usualAges = (grade: number): [number, number] => [grade + 5, grade + 6];

/**
 * The rules no score can outweigh: dates, grade and age, the schools a listing is kept to, the distance a learner set.
 * We know a grade, not a birthday: an age limit rules out only whom it rules out at both ages usual in that grade.
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
  if (learner.grade !== null && !isOpenToGrade(index, row, learner.grade)) return "grade";
  if (learner.schoolId !== null) {
    const schools = index.listings[row]!.schoolIds;
    if (schools.length > 0 && !schools.includes(learner.schoolId)) return "school";
  }
  // Written so that NaN, a listing without a point, is out as well.
  const isNear =
    learner.withinMiles === null || !learner.point || index.remote[row] === 1 || miles <= learner.withinMiles;
  return isNear ? null : "too_far";
}

function isOpenToGrade(index: MatchIndex, row: number, grade: number): boolean {
  const [youngest, oldest] = usualAges(grade);
  return (
    index.gradeMin[row]! <= grade &&
    grade <= index.gradeMax[row]! &&
    index.ageMin[row]! <= oldest &&
    youngest <= index.ageMax[row]!
  );
}

export const distanceFrom = (index: MatchIndex, row: number, from: [number, number, number] | null) =>
  from ? milesTo(index, row, from) : NaN;
