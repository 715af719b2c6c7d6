import rrule from "rrule";
import type { Shift } from "#db/schema/opportunities.ts";
import { addDays } from "../districts/zone.ts";
import { readRule } from "./recurrence.ts";

export interface ShiftDate {
  /** `YYYY-MM-DD`. */
  date: string;
  startTime: string;
  endTime: string;
}

/** How far ahead dates are looked for. */
const DAYS_AHEAD = 200;

/**
 * The next dates of all shifts, soonest first. `today` is a date in the district's zone and so is what comes out: rules
 * are worked out on days, never on instants, so that no zone or clock change moves one.
 */
export function nextShiftDates(
  { shifts, endsOn }: { shifts: readonly Shift[]; endsOn: string | null },
  today: string,
  most = 6,
): ShiftDate[] {
  const horizon = addDays(today, DAYS_AHEAD);
  const last = endsOn !== null && endsOn < horizon ? endsOn : horizon;
  return shifts
    .flatMap((shift) =>
      datesOf(shift, today, last)
        .slice(0, most)
        .map((date) => ({ ...timesOf(shift), date })),
    )
    .sort((a, b) => `${a.date} ${a.startTime}`.localeCompare(`${b.date} ${b.startTime}`))
    .slice(0, most);
}

function datesOf({ startsOn, rule }: Shift, from: string, to: string): string[] {
  if (rule === null) return startsOn >= from && startsOn <= to ? [startsOn] : [];
  // A rule that no form here writes is not followed.
  if (!readRule(rule)) return [];
  const recurrence = new rrule.RRule({ ...rrule.RRule.parseString(rule), dtstart: midnight(startsOn) });
  return recurrence.between(midnight(from), midnight(to), true).map((date) => date.toISOString().slice(0, 10));
}

const midnight = (date: string) => new Date(`${date}T00:00:00Z`);
const timesOf = ({ startTime, endTime }: Shift) => ({ startTime, endTime });
