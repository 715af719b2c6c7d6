/**
 * A listing's facts in a reader's words: grades, days, dates, money, distance. Pure, so that cards, pages, previews and
 * print say the same thing the same way.
 */
import { languageTag, type Locale } from "#app/i18n/locales.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { DAYS } from "#app/domain/opportunities/choices.ts";
import type { OpportunityContent } from "#app/domain/opportunities/opportunity.ts";

/** Formats are made once: making one costs more than a thousand uses. */
const formats = new Map<string, { format: (value: never) => string }>();

function kept<F extends { format: (value: never) => string }>(name: string, make: () => F): F {
  let format = formats.get(name) as F | undefined;
  if (!format) formats.set(name, (format = make()));
  return format;
}

/** The words of a code of a closed list; a code this version does not know is shown as it is. */
export function wordOf(t: Translate, list: string, code: string): string {
  const say = t as unknown as (key: string, options: { defaultValue: string }) => string;
  return say(`opportunity:${list}.${code}`, { defaultValue: code });
}

const grade = (t: Translate, n: number) => (n === 0 ? t("listing:grades.k") : String(n));

/** Whom a text asks for, and the grades its district keeps it to. */
type Who = Pick<OpportunityContent, "gradeMin" | "gradeMax" | "ageMin" | "ageMax"> & {
  onlyGrades?: readonly number[];
};

/** Null when nobody said. */
export function gradesInWords(t: Translate, { gradeMin, gradeMax, onlyGrades = [] }: Omit<Who, "ageMin" | "ageMax">) {
  const kept = onlyGrades.filter((each) => each >= (gradeMin ?? 0) && each <= (gradeMax ?? 12));
  const [first = null, last = null] = [kept[0], kept.at(-1)];
  if (first !== null && last !== null && last - first >= kept.length)
    return t("curating:grades_some", { grades: kept.map((each) => grade(t, each)).join(", ") });
  const [min, max] = [first ?? gradeMin, last ?? gradeMax];
  if (min === null && max === null) return null;
  if (min === max && min !== null) return t("listing:grades.one", { from: grade(t, min) });
  if ((min ?? 0) === 0 && max === 12) return t("listing:grades.all");
  if (min === null) return t("listing:grades.to", { to: grade(t, max ?? 12) });
  if (max === null) return t("listing:grades.from", { from: grade(t, min) });
  return t("listing:grades.range", { from: grade(t, min), to: grade(t, max) });
}

export function agesInWords(t: Translate, { ageMin: min, ageMax: max }: Pick<OpportunityContent, "ageMin" | "ageMax">) {
  if (min === null && max === null) return null;
  if (max === null) return t("listing:ages.from", { from: min });
  if (min === null) return t("listing:ages.to", { to: max });
  return t("listing:ages.range", { from: min, to: max });
}

/** Grades, then ages; that nobody said is said. */
export function whoInWords(t: Translate, content: Who) {
  const parts = [gradesInWords(t, content), agesInWords(t, content)].filter((part) => part !== null);
  return parts.length > 0 ? sentence(parts.join(", ")) : t("listing:grades.unsaid");
}

export function payInWords(t: Translate, { pay, earnsCredit }: Pick<OpportunityContent, "pay" | "earnsCredit">) {
  const parts = [pay && wordOf(t, "pay", pay), earnsCredit && wordOf(t, "pay", "credit")].filter(Boolean);
  return parts.join(" · ");
}

/** How one gets there without a car of one's own, as the partner said it: line and stop of the bus, else a ride. */
export function wayInWords(
  t: Translate,
  { busStop, transport = [] }: Partial<Pick<OpportunityContent, "busStop" | "transport">>,
) {
  if (transport.includes("bus") && busStop) return busStop;
  return transport.includes("ride_offered") ? wordOf(t, "transport", "ride_offered") : null;
}

/** Miles as people say them: under a half, tenths below ten, whole above. */
export function milesInWords(t: Translate, locale: Locale, miles: number) {
  if (miles < 0.5) return t("listing:under_mile");
  const rounded = miles < 10 ? Math.round(miles * 10) / 10 : Math.round(miles);
  const number = kept(`number ${locale}`, () => new Intl.NumberFormat(locale));
  return t("listing:miles", { count: rounded, miles: number.format(rounded) });
}

/** `date` is `YYYY-MM-DD`: a day of the district, so it is never moved by a zone. */
export function dateInWords(
  locale: Locale,
  date: string,
  { year = true, weekday = false }: { year?: boolean; weekday?: boolean } = {},
) {
  const named = { weekday: weekday ? "long" : undefined, year: year ? "numeric" : undefined } as const;
  const options = { ...named, day: "numeric", month: "long", timeZone: "UTC" } as const;
  const format = kept(`date ${locale} ${year} ${weekday}`, () => new Intl.DateTimeFormat(languageTag(locale), options));
  return format.format(new Date(`${date}T00:00:00Z`));
}

export function datesInWords(
  t: Translate,
  locale: Locale,
  { startsOn, endsOn }: Pick<OpportunityContent, "startsOn" | "endsOn">,
) {
  if (startsOn && startsOn === endsOn) return t("listing:dates.one", { from: dateInWords(locale, startsOn) });
  if (startsOn && endsOn) {
    const sameYear = startsOn.slice(0, 4) === endsOn.slice(0, 4);
    const from = dateInWords(locale, startsOn, { year: !sameYear });
    return t("listing:dates.range", { from, to: dateInWords(locale, endsOn) });
  }
  if (startsOn) return t("listing:dates.from", { from: dateInWords(locale, startsOn) });
  if (endsOn) return t("listing:dates.to", { to: dateInWords(locale, endsOn) });
  return t("listing:dates.open");
}

export function clockInWords(locale: Locale, time: string) {
  const whole = time.slice(3, 5) === "00";
  const options = { hour: "numeric", minute: whole ? undefined : "2-digit", timeZone: "UTC" } as const;
  const format = kept(`clock ${locale} ${whole}`, () => new Intl.DateTimeFormat(languageTag(locale), options));
  // Engines differ in which space stands before "PM".
  return format.format(new Date(`1970-01-01T${time.slice(0, 5)}:00Z`)).replace(/\s/g, " ");
}

export function timesInWords(
  t: Translate,
  locale: Locale,
  { startTime, endTime }: Pick<OpportunityContent, "startTime" | "endTime">,
) {
  if (startTime && endTime)
    return t("listing:times.range", { from: clockInWords(locale, startTime), to: clockInWords(locale, endTime) });
  return startTime ? t("listing:times.from", { from: clockInWords(locale, startTime) }) : null;
}

export function listInWords(locale: Locale, words: readonly string[]) {
  return kept(`list ${locale}`, () => new Intl.ListFormat(locale, { type: "conjunction" })).format(words);
}

/** Days of the week and hours; null when the partner gave neither. */
export function weekInWords(
  t: Translate,
  locale: Locale,
  content: Pick<OpportunityContent, "days" | "startTime" | "endTime">,
) {
  const days = DAYS.filter((day) => content.days.includes(day)).map((day) => wordOf(t, "days", day));
  const times = timesInWords(t, locale, content);
  const parts = [days.length > 0 ? listInWords(locale, days) : null, times].filter((part) => part !== null);
  return parts.length > 0 ? sentence(parts.join(", ")) : null;
}

/**
 * When it is, in one line: the partner's own words to readers of that language, days and hours to the others. Null when
 * nothing was said.
 */
export function scheduleInWords(
  t: Translate,
  locale: Locale,
  content: Pick<OpportunityContent, "schedule" | "language" | "days" | "startTime" | "endTime">,
) {
  const week = weekInWords(t, locale, content);
  return content.language === locale ? (content.schedule ?? week) : (week ?? content.schedule);
}

export const sentence = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** `days` ago; beyond today and yesterday it counts. */
export function checkedInWords(t: Translate, days: number) {
  return days <= 0 ? t("listing:checked_today") : t("listing:checked", { count: days });
}

/** Counts down for four weeks, then names the day. */
export function closesInWords(t: Translate, locale: Locale, closesOn: string, days: number) {
  if (days <= 0) return t("listing:closes_today");
  if (days <= 28) return t("listing:closes", { count: days });
  return t("listing:closes_on", { date: dateInWords(locale, closesOn, { year: days > 300 }) });
}

/** The group (01..06) a listing is colored by: that of its first sub-cluster. */
export const groupOf = (subClusters: readonly string[]) => subClusters[0]?.slice(0, 2) ?? null;
