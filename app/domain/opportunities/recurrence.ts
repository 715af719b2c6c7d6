/**
 * A shift's rule, RFC 5545 `RRULE`: weekly or every other week, on days, until a day or on and on. Its `DTSTART` is the
 * shift's first day, a `DATE`, and so is `UNTIL`: days of the district, which no clock change moves. Other rules are not
 * read, since no form here could show them.
 */
import type { Shift } from "#db/schema/opportunities.ts";
import { addDays, daysBetween } from "../districts/zone.ts";
import { DAYS } from "./choices.ts";

export type Day = (typeof DAYS)[number];

export interface Recurrence {
  everyWeeks: 1 | 2;
  /** In the order of the week, at least one. */
  days: Day[];
  /** `YYYY-MM-DD`, the last day it may fall on. */
  until: string | null;
}

const RFC_DAYS: Record<Day, string> = { mon: "MO", tue: "TU", wed: "WE", thu: "TH", fri: "FR", sat: "SA", sun: "SU" };
const PARTS = ["FREQ", "INTERVAL", "BYDAY", "UNTIL"];

/** `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20270528`, each part in its place. */
export function writeRule({ everyWeeks, days, until }: Recurrence): string {
  const parts = [
    "FREQ=WEEKLY",
    everyWeeks === 2 && "INTERVAL=2",
    `BYDAY=${days.map((day) => RFC_DAYS[day]).join(",")}`,
  ];
  return [...parts, until && `UNTIL=${until.replaceAll("-", "")}`].filter(Boolean).join(";");
}

/** Null: not a rule of ours. */
export function readRule(rule: string): Recurrence | null {
  const parts = new Map(rule.split(";").map((part) => part.split("=", 2) as [string, string]));
  if (parts.size !== rule.split(";").length || [...parts.keys()].some((name) => !PARTS.includes(name))) return null;
  const everyWeeks = Number(parts.get("INTERVAL") ?? 1);
  const codes = (parts.get("BYDAY") ?? "").split(",");
  const days = DAYS.filter((day) => codes.includes(RFC_DAYS[day]));
  const until = dateOf(parts.get("UNTIL"));
  if (parts.get("FREQ") !== "WEEKLY" || until === undefined || days.length !== codes.length) return null;
  return everyWeeks === 1 || everyWeeks === 2 ? { everyWeeks, days, until } : null;
}

/** So far a shift is followed, whatever its rule says. */
const LONGEST_RUN = 1_100;

/**
 * The days a shift falls on, up to the last one looked at. Daily and weekly rules with any interval and either end are
 * followed, since a restored archive may hold them; of any other only its first day is known.
 */
export function daysOfShift({ startsOn, rule }: Shift, last: string): Set<string> {
  const parts = new Map((rule ?? "").split(";").map((part) => part.split("=", 2) as [string, string]));
  const isDaily = parts.get("FREQ") === "DAILY";
  const own = weekdayOf(startsOn);
  if (own === undefined || (!isDaily && parts.get("FREQ") !== "WEEKLY")) return new Set([startsOn]);
  const named = DAYS.filter((day) => (parts.get("BYDAY") ?? "").split(",").includes(RFC_DAYS[day]));
  const days = named.length > 0 ? named : isDaily ? DAYS : [own];
  const interval = Math.max(1, Number(parts.get("INTERVAL")) || 1);
  const most = Number(parts.get("COUNT")) || Infinity;
  const until = dateOf(parts.get("UNTIL")?.slice(0, 8)) ?? last;
  const run = Math.min(daysBetween(startsOn, until < last ? until : last), LONGEST_RUN);
  const found = new Set<string>();
  for (let n = 0; n <= run && found.size < most; n++) {
    const date = addDays(startsOn, n);
    const turn = isDaily ? n : Math.floor((n + DAYS.indexOf(own)) / 7);
    if (turn % interval === 0 && days.some((day) => day === weekdayOf(date))) found.add(date);
  }
  return found;
}

/** Undefined when it is no date; null when there is none. */
function dateOf(compact: string | undefined): string | null | undefined {
  if (compact === undefined) return null;
  const date = compact.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  return /^\d{4}-/.test(date) && weekdayOf(date) !== undefined ? date : undefined;
}

/** Of `YYYY-MM-DD`; undefined when there is no such day. */
export function weekdayOf(date: string): Day | undefined {
  const instant = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== date) return undefined;
  return DAYS[(instant.getUTCDay() + 6) % 7];
}
