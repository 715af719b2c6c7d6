import { ageOf, type Limits, type YearMonth } from "../opportunities/eligibility.ts";
import type { Learner } from "./learner.ts";
import { milesTo, type MatchIndex } from "./match-index.ts";

/** Why a listing cannot be for this learner now. */
export const EXCLUSIONS = ["over", "school", "group", "too_far", "grade", "age"] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

export type Rules = (row: number, miles: number) => Exclusion | null;

/**
 * The rules no score can outweigh: dates, the schools and groups it is kept to, the distance a learner set, and last, so that
 * what fails them alone can be told from the rest, grade and age. `miles` is the distance of the row, NaN when either
 * has no point. A place that is filled is no longer on the list.
 */
export function rulesFor(index: MatchIndex, learner: Learner, now: number, today: YearMonth): Rules {
  const { schoolId, groups, withinMiles, grade } = learner;
  const { listings } = index;
  const age = ageOf(learner, today);
  const grades = age === null ? index.openGrades : index.gradesAlone;
  return (row, miles) => {
    if (index.lastInstant[row]! <= now) return "over";
    if (schoolId !== null && keepsOut(listings[row]!.schoolIds, [schoolId])) return "school";
    if (groups.length > 0 && keepsOut(listings[row]!.onlyGroups, groups)) return "group";
    // Written so that NaN, a listing without a point, is out as well.
    const isNear = withinMiles === null || !learner.point || index.remote[row] === 1 || miles <= withinMiles;
    if (!isNear) return "too_far";
    if (grade !== null && !(grades[row]! & (1 << grade))) return "grade";
    return age === null || isOfAge(listings[row]!, age) ? null : "age";
  };
}

const keepsOut = (only: readonly string[], theirs: readonly string[]) =>
  only.length > 0 && !only.some((each) => theirs.includes(each));

const isOfAge = ({ ageMin, ageMax }: Limits, age: number) =>
  (ageMin === null || ageMin <= age) && (ageMax === null || age <= ageMax);

export const distanceFrom = (index: MatchIndex, row: number, from: [number, number, number] | null) =>
  from ? milesTo(index, row, from) : NaN;
