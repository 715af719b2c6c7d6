/**
 * When a mail may be sent, by the clocks of the district: not in its quiet hours, and a digest in the morning. Both hold
 * on the days the clocks change.
 */
import { addDays, instantAt, localDate, localTime } from "../districts/zone.ts";

export interface Hours {
  timeZone: string;
  /** `HH:MM` or longer; the night lies between, and equal ones leave none. */
  quietFrom: string;
  quietUntil: string;
}

const DIGEST_TIME = "07:30";
const MONDAY = 1;

/** The instant itself, or the end of the quiet hours it falls into. */
export function afterQuietHours(instant: Date, { timeZone, quietFrom, quietUntil }: Hours): Date {
  const [from, until] = [quietFrom.slice(0, 5), quietUntil.slice(0, 5)];
  const time = localTime(instant, timeZone);
  const isQuiet = from < until ? time >= from && time < until : from !== until && (time >= from || time < until);
  if (!isQuiet) return instant;
  const today = localDate(instant, timeZone);
  return instantAt(time < until ? today : addDays(today, 1), until, timeZone);
}

/** The first morning after `now` at which the mails held until then are sent: every day's, or Monday's. */
export function nextDigest(now: Date, cadence: "daily" | "weekly", hours: Hours): Date {
  let date = localDate(now, hours.timeZone);
  for (;;) {
    const morning = afterQuietHours(instantAt(date, DIGEST_TIME, hours.timeZone), hours);
    if (morning > now && (cadence === "daily" || weekday(date) === MONDAY)) return morning;
    date = addDays(date, 1);
  }
}

const WEEK_MS = 7 * 86_400_000;

/** The Monday's morning that was the last one, or is now. */
export const lastWeeklyDigest = (now: Date, hours: Hours): Date =>
  nextDigest(new Date(now.getTime() - WEEK_MS), "weekly", hours);

const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
