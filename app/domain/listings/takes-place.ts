import type { Shift } from "#db/schema/opportunities.ts";
import type { OpportunityContent } from "../opportunities/opportunity.ts";
import { readRule, weekdayOf } from "../opportunities/recurrence.ts";

/** Its regular hours, or a shift: always the same days and hours between two dates. */
export type Run = Pick<OpportunityContent, "days" | "startTime" | "startsOn" | "endsOn"> & { endTime?: string | null };
type Times = Run & Pick<OpportunityContent, "shifts">;
export type TakesPlace = "after_school" | "school_day" | "weekend" | "summer" | "school_year" | "flexible";

/** From this time on a weekday counts as after school; the last bells of most high schools ring between 14 and 15. */
const SCHOOL_IS_OUT = "14:00";
/** Month and day between which nearly every US district is on its long break. */
const SUMMER = { from: "06-15", to: "08-15" };

/**
 * When an opportunity takes place, as readers ask for it; its regular hours and each of its shifts count alike.
 * - Saturday or Sunday: `weekend`.
 * - A weekday, or any start time without days: `after_school` from 14:00 on, `school_day` before; neither in summer.
 * - Dates that touch June 15 to August 15: `summer`; dates outside of it: `school_year`. No end counts as the first day.
 * - Neither days nor a start time, nor shifts: `flexible`.
 */
export function takesPlace(times: Times): TakesPlace[] {
  const found = new Set(runsOf(times).flatMap(wordsOf));
  if (times.days.length === 0 && !times.startTime && times.shifts.length === 0) found.add("flexible");
  return ORDER.filter((word) => found.has(word));
}

const ORDER: readonly TakesPlace[] = ["summer", "school_year", "weekend", "after_school", "school_day", "flexible"];

export const runsOf = ({ shifts, ...regular }: Times): Run[] => [
  regular,
  ...shifts.map((shift) => asRegular(shift, regular.endsOn)),
];

function wordsOf({ days, startTime, startsOn, endsOn }: Run): TakesPlace[] {
  const season = seasonsOf(startsOn ?? endsOn, endsOn ?? startsOn);
  const found: TakesPlace[] = [...season];
  if (days.some((day) => day === "sat" || day === "sun")) found.push("weekend");
  const weekday = days.length === 0 || days.some((day) => day !== "sat" && day !== "sun");
  if (weekday && startTime && !isSummerOnly({ startsOn, endsOn }))
    found.push(startTime >= SCHOOL_IS_OUT ? "after_school" : "school_day");
  return found;
}

export function isSummerOnly({ startsOn, endsOn }: Pick<Run, "startsOn" | "endsOn">): boolean {
  const seasons = seasonsOf(startsOn ?? endsOn, endsOn ?? startsOn);
  return seasons.includes("summer") && !seasons.includes("school_year");
}

/** A shift goes on until its own last day, else the opportunity's. */
function asRegular({ startsOn, startTime, endTime, rule }: Shift, endsOn: string | null): Run {
  const recurrence = rule === null ? null : readRule(rule);
  const days = recurrence?.days ?? [weekdayOf(startsOn) ?? "mon"];
  return {
    days,
    startTime,
    endTime,
    startsOn,
    endsOn: recurrence ? (recurrence.until ?? endsOn ?? startsOn) : startsOn,
  };
}

function seasonsOf(first: string | null, last: string | null): ("summer" | "school_year")[] {
  if (!first || !last || last < first) return [];
  const years = [first, last].map((date) => Number(date.slice(0, 4))) as [number, number];
  const from = `${years[0]}-${SUMMER.from}`;
  const to = `${years[0]}-${SUMMER.to}`;
  const nextSummer = `${years[0] + 1}-${SUMMER.from}`;
  const summer = (first <= to && last >= from) || (first > to && last >= nextSummer);
  const schoolYear = first < from || last > to;
  return [...(summer ? (["summer"] as const) : []), ...(schoolYear ? (["school_year"] as const) : [])];
}
