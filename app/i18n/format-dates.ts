import { languageTag, type Locale } from "./locales.ts";

/** Say dates in loaders: a browser's own words for them may differ from the server's. */

/** "Fri, Mar 5, 2027" of a date (`YYYY-MM-DD`). */
export const sayDay = (date: string, locale: Locale) =>
  formatOf(locale, "UTC", { weekday: "short", month: "short", day: "numeric", year: "numeric" }).format(
    new Date(`${date}T00:00:00Z`),
  );

/** "Friday, March 5, 2027" of a date, inside a sentence. */
export const sayWholeDay = (date: string, locale: Locale) =>
  formatOf(locale, "UTC", { dateStyle: "full" }).format(new Date(`${date}T00:00:00Z`));

/** "Mar 5, 2027, 3:30 PM" in the zone. */
export const sayInstant = (instant: Date, locale: Locale, timeZone: string) =>
  formatOf(locale, timeZone, { dateStyle: "medium", timeStyle: "short" }).format(instant);

/** "2 hours ago", "yesterday", "now". */
export function sayAgo(instant: Date, now: Date, locale: Locale): string {
  const seconds = Math.min(0, Math.round((instant.getTime() - now.getTime()) / 1000));
  const words = new Intl.RelativeTimeFormat(languageTag(locale), { numeric: "auto" });
  if (seconds > -60) return words.format(0, "second");
  if (seconds > -3600) return words.format(Math.round(seconds / 60), "minute");
  if (seconds > -86_400) return words.format(Math.round(seconds / 3600), "hour");
  return words.format(Math.round(seconds / 86_400), "day");
}

/** "3:30 PM" of a clock time (`HH:MM`, seconds ignored). */
export const sayTime = (clock: string, locale: Locale) =>
  formatOf(locale, "UTC", { timeStyle: "short" }).format(new Date(`1970-01-01T${clock.slice(0, 5)}:00Z`));

/** Whole days from one instant to a later one. */
export const wholeDays = (from: Date, to: Date) =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / 86_400_000));

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than using it a hundred times: a table says hundreds of dates. */
function formatOf(locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${Object.entries(options).join(" ")}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(languageTag(locale), { timeZone, ...options });
    formats.set(key, format);
  }
  return format;
}
