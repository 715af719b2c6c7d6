import { done, refused, type Outcome } from "../context.ts";
import { normalizeWords } from "./text-values.ts";

export const DATE_ORDERS = ["mdy", "dmy"] as const;
/** Which of two numbers is the month: a spreadsheet column has one order. */
export type DateOrder = (typeof DATE_ORDERS)[number];
type DateProblem = "date_unknown" | "date_ambiguous" | "date_out_of_range";

/** English and Spanish names and their short forms, by month. */
const MONTHS = new Map(
  [
    "jan january ene enero",
    "feb february febrero",
    "mar march marzo",
    "apr april abr abril",
    "may mayo",
    "jun june junio",
    "jul july julio",
    "aug august ago agosto",
    "sep sept september septiembre set setiembre",
    "oct october octubre",
    "nov november noviembre",
    "dec december dic diciembre",
  ].flatMap((names, i) => names.split(" ").map((name): [string, number] => [name, i + 1])),
);

const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?:[ T,].*)?$/;

/**
 * A calendar day as `YYYY-MM-DD`: "2026-04-01" (with a time or not), "4/1/2026", "April 01 2026", "1 Apr 2026",
 * "1 de abril de 2026". Years 2000 to 2100. Without an `order`, "4/1/2026" is ambiguous and "4/21/2026" is not.
 */
export function parseDate(cell: string, order: DateOrder | null = null): Outcome<string, DateProblem> {
  const text = cell.trim();
  if (text.length > 60) return refused("date_unknown");
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T].*)?$/.exec(text);
  if (iso) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = NUMBERS.exec(text);
  if (numbers) return fromNumbers(numbers, order);
  return fromWords(normalizeWords(text).split(" "));
}

/** The order a column's own values prove: one of them has a number above 12. Null when none or both are proved. */
export function detectDateOrder(cells: Iterable<string>): DateOrder | null {
  let [mdy, dmy] = [false, false];
  for (const cell of cells) {
    const numbers = NUMBERS.exec(cell.trim());
    if (!numbers) continue;
    const [first, second] = [Number(numbers[1]), Number(numbers[2])];
    if (first <= 12 && second > 12) mdy = true;
    if (first > 12 && second <= 12) dmy = true;
  }
  return mdy === dmy ? null : mdy ? "mdy" : "dmy";
}

/** `days` whole days later (earlier when negative). */
export function addDays(day: string, days: number) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from one calendar day to another. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

function fromNumbers(match: RegExpExecArray, order: DateOrder | null): Outcome<string, DateProblem> {
  const [first, second] = [Number(match[1]), Number(match[2])];
  const year = match[3]?.length === 2 ? 2000 + Number(match[3]) : Number(match[3]);
  if (order === "mdy") return calendarDay(year, first, second);
  if (order === "dmy") return calendarDay(year, second, first);
  if (first === second || second > 12) return calendarDay(year, first, second);
  if (first > 12) return calendarDay(year, second, first);
  return refused("date_ambiguous");
}

function fromWords(words: string[]): Outcome<string, DateProblem> {
  const months = words.flatMap((word) => MONTHS.get(word) ?? []);
  const numbers = words.flatMap((word) => /^(\d{1,4})(?:st|nd|rd|th)?$/.exec(word)?.[1] ?? []);
  const year = numbers.find((number) => number.length === 4);
  const day = numbers.find((number) => number.length <= 2);
  if (months.length !== 1 || months[0] === undefined || !year || !day) return refused("date_unknown");
  return calendarDay(Number(year), months[0], Number(day));
}

function calendarDay(year: number, month: number, day: number): Outcome<string, DateProblem> {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return refused("date_unknown");
  if (year < 2000 || year > 2100) return refused("date_out_of_range");
  return done(date.toISOString().slice(0, 10));
}
