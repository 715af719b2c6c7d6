import { ageOf, type YearMonth } from "../opportunities/eligibility.ts";
import type { Learner } from "./learner.ts";
import type { MatchIndex } from "./match-index.ts";

/** Why a listing cannot be for this learner now. */
export const EXCLUSIONS = ["over", "school", "group", "too_far", "grade", "age"] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** Positions in EXCLUSIONS, which thousands of rows are counted by faster than by words. */
export const OPEN = -1;
const [OVER, SCHOOL, GROUP, TOO_FAR] = [0, 1, 2, 3];
export const [GRADE, AGE] = [4, 5];

/** Answers a position in EXCLUSIONS, or OPEN. */
export type Rules = (row: number) => number;

/** `squares`: of the miles to each row; null: nobody knows from where. */
interface At {
  now: number;
  today: YearMonth;
  squares: Float64Array | null;
}

/**
 * The rules no score can outweigh: dates, the schools and groups it is kept to, the distance a learner set, and last, so that
 * what fails them alone can be told from the rest, grade and age. A place that is filled is no longer on the list.
 */
export function rulesFor(index: MatchIndex, learner: Learner, { now, today, squares }: At): Rules {
  const { schoolId, groups, grade } = learner;
  const { listings, lastInstant, restricted, remote, ageMin, ageMax } = index;
  const within = learner.withinMiles === null ? null : learner.withinMiles ** 2;
  const age = ageOf(learner, today);
  const grades = age === null ? index.openGrades : index.gradesAlone;
  return (row) => {
    if (lastInstant[row]! <= now) return OVER;
    if (restricted[row] === 1) {
      if (schoolId !== null && keepsOut(listings[row]!.schoolIds, [schoolId])) return SCHOOL;
      if (groups.length > 0 && keepsOut(listings[row]!.onlyGroups, groups)) return GROUP;
    }
    // Written so that NaN, a listing without a point, is out as well.
    if (within !== null && squares !== null && remote[row] === 0 && !(squares[row]! <= within)) return TOO_FAR;
    if (grade !== null && !(grades[row]! & (1 << grade))) return GRADE;
    return age === null || (ageMin[row]! <= age && age <= ageMax[row]!) ? OPEN : AGE;
  };
}

const keepsOut = (only: readonly string[], theirs: readonly string[]) =>
  only.length > 0 && !only.some((each) => theirs.includes(each));
