import { lastDayOf } from "../listings/last-day.ts";
import { addDays, daysBetween } from "./dates.ts";

export interface DraftDates {
  startsOn: string | null;
  endsOn: string | null;
  closesOn: string | null;
}

/** Days for which every row can still be asked for after dates were moved. */
export const OPEN_AT_LEAST_DAYS = 30;

/**
 * How many days an old list must be moved to be of use today: all rows by the same number, so that the spread stays
 * what it was. It is the smallest number of whole weeks (a Saturday stays a Saturday) after which the row that ends
 * first is open for another 30 days; 0 when that is so without moving.
 */
export function daysToShift(rows: readonly DraftDates[], today: string) {
  const days = rows.flatMap((row) => lastDayOf(row) ?? []);
  if (!days.length) return 0;
  const earliest = days.reduce((first, day) => (day < first ? day : first));
  const missing = daysBetween(earliest, addDays(today, OPEN_AT_LEAST_DAYS));
  return missing > 0 ? Math.ceil(missing / 7) * 7 : 0;
}

export const shiftDates = (dates: DraftDates, days: number): DraftDates => ({
  startsOn: dates.startsOn && addDays(dates.startsOn, days),
  endsOn: dates.endsOn && addDays(dates.endsOn, days),
  closesOn: dates.closesOn && addDays(dates.closesOn, days),
});
