/**
 * Days and hours as a partner writes them, in either language: "Tuesdays and Thursdays, 3-5 pm", "lunes a jueves de 3 a 5 de la
 * tarde". Only for who narrows a list where no field says them; a page shows the words as they are.
 */
import { DAYS } from "../opportunities/choices.ts";
import type { Day } from "../opportunities/recurrence.ts";

export interface SaidTimes {
  days: Day[];
  /** `HH:MM`; null: not said. */
  startTime: string | null;
  endTime: string | null;
  afterSchool: boolean;
  /** Said to be when it suits. */
  flexible: boolean;
}

const NAMES: Record<Day, string> = {
  mon: "mondays?|Mon|lunes",
  tue: "tuesdays?|Tues?|martes",
  wed: "wednesdays?|Wed|miercoles",
  thu: "thursdays?|Thu(?:rs?)?|jueves",
  fri: "fridays?|Fri|viernes",
  sat: "saturdays?|Sat|sabados?",
  sun: "sundays?|Sun|domingos?",
};
const ANY_DAY = DAYS.map((day) => `(?<${day}>${eitherCase(NAMES[day])})`).join("|");
const NAMED = new RegExp(`\\b(?:${ANY_DAY})\\b`, "g");
const UP_TO = /^\s*(?:-|–|—|to|through|thru|a|al)\s*$/;
const WEEKDAYS = /\b(?:weekdays|every weekday|entre semana)\b/i;
const WEEKENDS = /\b(?:weekends?|fin(?:es)? de semana)\b/i;
const DAILY = /\b(?:daily|every day|seven days|todos los dias|diario)\b/i;
const AFTER_SCHOOL = /\b(?:after[ -]?school|despues de (?:la )?(?:escuela|clases?))\b/i;
const FLEXIBLE = /\b(?:flexible|any time|anytime|when it suits|your own time|cuando (?:quieras|puedas)|a tu ritmo)\b/i;

const CLOCK = String.raw`(\d{1,2})(?::([0-5]\d))?`;
const HALF = String.raw`\s*(a\.?m\b|p\.?m\b|de la manana|de la tarde|de la noche)`;
const SPAN = new RegExp(
  `\\b${CLOCK}(?:${HALF}\\.?)?\\s*(?:-|–|—|to|until|till|a|hasta)\\s*(?:las )?${CLOCK}${HALF}`,
  "i",
);
const FROM = new RegExp(`\\b${CLOCK}${HALF}`, "i");

export function saidTimes(text: string | null): SaidTimes {
  const said = (text ?? "").normalize("NFD").replace(/\p{M}/gu, "");
  return {
    days: daysIn(said),
    ...hoursIn(said),
    afterSchool: AFTER_SCHOOL.test(said),
    flexible: FLEXIBLE.test(said),
  };
}

function daysIn(said: string): Day[] {
  if (DAILY.test(said)) return [...DAYS];
  const found = new Set<Day>();
  if (WEEKDAYS.test(said)) for (const day of DAYS.slice(0, 5)) found.add(day);
  if (WEEKENDS.test(said)) for (const day of DAYS.slice(5)) found.add(day);
  let before: { day: Day; end: number } | null = null;
  for (const match of said.matchAll(NAMED)) {
    const day = DAYS.find((each) => match.groups?.[each])!;
    if (before && UP_TO.test(said.slice(before.end, match.index)))
      for (const between of DAYS.slice(DAYS.indexOf(before.day), DAYS.indexOf(day))) found.add(between);
    found.add(day);
    before = { day, end: match.index + match[0].length };
  }
  return DAYS.filter((day) => found.has(day));
}

function hoursIn(said: string): Pick<SaidTimes, "startTime" | "endTime"> {
  const span = SPAN.exec(said);
  if (span) {
    const [, from = "", minutes, half, to = "", toMinutes, toHalf = ""] = span;
    const end = clock(to, toMinutes, toHalf);
    // "10 to 2 pm" begins in the morning, "3 to 5 pm" does not.
    const same = clock(from, minutes, half ?? toHalf);
    const start = (half ?? (same !== null && end !== null && same <= end)) ? same : clock(from, minutes, "am");
    return { startTime: start, endTime: end };
  }
  const [, from = "", minutes, half = ""] = FROM.exec(said) ?? [];
  return { startTime: from ? clock(from, minutes, half) : null, endTime: null };
}

function clock(hours: string, minutes: string | undefined, half: string): string | null {
  const hour = Number(hours);
  if (hour < 1 || hour > 12) return null;
  const isLate = /^p|tarde|noche/i.test(half);
  return `${String((hour % 12) + (isLate ? 12 : 0)).padStart(2, "0")}:${minutes ?? "00"}`;
}

/** Whole names in any case; short ones only as they are written, since "sat" and "sun" are words. */
function eitherCase(names: string): string {
  return names
    .replace(/[a-z]/, (first) => `[${first}${first.toUpperCase()}]`)
    .replace(/\|([a-z])/g, (_, first: string) => `|[${first}${first.toUpperCase()}]`);
}
