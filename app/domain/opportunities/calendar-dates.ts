/** The days of an opportunity as a calendar holds them: pure, and in the district's own days and hours. */
import { addDays, daysBetween } from "../districts/zone.ts";
import type { OpportunityContent } from "./opportunity.ts";
import { readRule, weekdayOf, writeRule, type Day } from "./recurrence.ts";

export interface CalendarDate {
  what: "time" | "days" | "first_day" | "last_day_to_ask";
  startsOn: string;
  endsOn: string;
  times: { from: string; to: string } | null;
  again: { rule: string; until: string | null } | null;
}

type Dated = Pick<OpportunityContent, "shifts" | "days" | "startTime" | "endTime" | "startsOn" | "endsOn" | "closesOn">;

/** Longer than this it is no event but a season: its first day is named. */
const LONGEST_EVENT_DAYS = 14;

/** Its times where they are known, else its days; then the last day to ask. */
export function calendarDates(content: Dated, closesOn: string | null): CalendarDate[] {
  const dates = shifts(content);
  const own = dates.length > 0 ? dates : (weekly(content) ?? wholeDays(content));
  if (!closesOn) return own;
  return [...own, { what: "last_day_to_ask", startsOn: closesOn, endsOn: closesOn, times: null, again: null }];
}

function shifts({ shifts, endsOn }: Dated): CalendarDate[] {
  return shifts.map(({ startsOn, startTime, endTime, rule }) => {
    const recurrence = rule === null ? null : readRule(rule);
    const times = { from: startTime.slice(0, 5), to: endTime.slice(0, 5) };
    const again = recurrence && {
      rule: writeRule({ ...recurrence, until: null }),
      until: recurrence.until ?? endsOn,
    };
    return { what: "time", startsOn, endsOn: startsOn, times, again };
  });
}

function weekly({ days, startTime, endTime, startsOn, endsOn }: Dated): CalendarDate[] | null {
  if (!startsOn || !startTime || !endTime) return null;
  const times = { from: startTime.slice(0, 5), to: endTime.slice(0, 5) };
  if (startsOn === endsOn) return [{ what: "time", startsOn, endsOn: startsOn, times, again: null }];
  if (days.length === 0) return null;
  const week = Array.from({ length: 7 }, (_, n) => addDays(startsOn, n));
  const first = week.find((date) => days.some((day) => day === weekdayOf(date)));
  if (!first || (endsOn && first > endsOn)) return null;
  const rule = writeRule({ everyWeeks: 1, days: days as Day[], until: null });
  return [{ what: "time", startsOn: first, endsOn: first, times, again: { rule, until: endsOn } }];
}

function wholeDays({ startsOn, endsOn }: Dated): CalendarDate[] {
  if (!startsOn) return [];
  const isShort = endsOn !== null && daysBetween(startsOn, endsOn) <= LONGEST_EVENT_DAYS;
  const none = { times: null, again: null };
  if (isShort) return [{ what: "days", startsOn, endsOn, ...none }];
  return [{ what: "first_day", startsOn, endsOn: startsOn, ...none }];
}
