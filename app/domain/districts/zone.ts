/**
 * Dates on the list are days of the district, not of the server: a day ends at the end of that day in the district's
 * time zone, also on the days the clocks change.
 */
const DAY_MS = 24 * 60 * 60 * 1000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string) {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "iso8601",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** Clocks change on the quarter of an hour, and asking for the time in a zone is slow: per zone and quarter, its offset. */
const QUARTER_MS = 15 * 60 * 1000;
const MOST_OFFSETS = 20_000;
const knownOffsets = new Map<string, number>();

/** The instant's wall clock in the zone, read as if it were UTC: milliseconds. */
function wallClock(instant: Date, timeZone: string): number {
  const quarter = Math.floor(instant.getTime() / QUARTER_MS);
  const key = `${timeZone} ${quarter}`;
  let offset = knownOffsets.get(key);
  if (offset === undefined) {
    if (knownOffsets.size >= MOST_OFFSETS) knownOffsets.clear();
    offset = askedClock(quarter * QUARTER_MS, timeZone) - quarter * QUARTER_MS;
    knownOffsets.set(key, offset);
  }
  return instant.getTime() + offset;
}

function askedClock(ms: number, timeZone: string): number {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(ms)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const midnightUtc = (date: string) => Date.parse(`${date}T00:00:00Z`);
const isoDate = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The day it is in the zone at this instant: `YYYY-MM-DD`. */
export const localDate = (now: Date, timeZone: string) => isoDate(wallClock(now, timeZone));

/** The time it is in the zone at this instant: `HH:MM`. */
export const localTime = (now: Date, timeZone: string) =>
  new Date(wallClock(now, timeZone)).toISOString().slice(11, 16);

/** `YYYY-MM-DD`, `n` days later (or earlier). */
export const addDays = (date: string, n: number) => isoDate(midnightUtc(date) + n * DAY_MS);

/** Days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: string, b: string) => Math.round((midnightUtc(b) - midnightUtc(a)) / DAY_MS);

/** The first instant of the day in the zone; where midnight is skipped by the clocks, the first one that exists. */
export const startOfDay = (date: string, timeZone: string) => instantAt(date, "00:00", timeZone);

/** When the zone's clocks first show `HH:MM` on that day; where they skip it, as much later as they skip. */
export function instantAt(date: string, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${date}T${time}Z`);
  const offsets = [wanted - DAY_MS, wanted + DAY_MS].map((ms) => wallClock(new Date(ms), timeZone) - ms);
  const candidates = offsets.map((offset) => wanted - offset).sort((a, b) => a - b);
  const first = candidates.find((ms) => wallClock(new Date(ms), timeZone) >= wanted) ?? wanted;
  return new Date(first);
}

/** The last instant (millisecond) of the day in the zone. */
export const endOfDay = (date: string, timeZone: string) =>
  new Date(startOfDay(addDays(date, 1), timeZone).getTime() - 1);

/** Minutes the zone's clocks are ahead of UTC at this instant. */
export const offsetOf = (instant: Date, timeZone: string) =>
  Math.round((wallClock(instant, timeZone) - Math.floor(instant.getTime() / 1000) * 1000) / 60_000);

/** Such minutes as ISO 8601 writes them: `-05:00`. */
export function isoOffset(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

export interface ClockChange {
  at: Date;
  /** Minutes ahead of UTC before and from then on. */
  from: number;
  to: number;
}

/** When the zone's clocks change between two instants, to the minute. */
export function clockChanges(timeZone: string, first: Date, last: Date): ClockChange[] {
  const changes: ClockChange[] = [];
  for (let ms = first.getTime(); ms < last.getTime(); ms += DAY_MS) {
    const [from, to] = [ms, ms + DAY_MS].map((each) => offsetOf(new Date(each), timeZone)) as [number, number];
    if (from === to) continue;
    let [before, after] = [ms, ms + DAY_MS];
    while (after - before > 60_000) {
      const middle = before + Math.floor((after - before) / 120_000) * 60_000;
      if (offsetOf(new Date(middle), timeZone) === from) before = middle;
      else after = middle;
    }
    changes.push({ at: new Date(after), from, to });
  }
  return changes;
}
