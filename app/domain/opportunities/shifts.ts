/**
 * Shifts as a form holds them, a row each, and as they are kept. An empty row is no shift, so that a form can always
 * offer one more. The first day moves to the first of the chosen days: RFC 5545 wants a rule to fit its start.
 */
import { z } from "zod";
import type { Shift } from "#db/schema/opportunities.ts";
import { addDays } from "../districts/zone.ts";
import { DAYS } from "./choices.ts";
import { day, someOf, timeOfDay } from "./field-schemas.ts";
import { readRule, weekdayOf, writeRule } from "./recurrence.ts";

export const MOST_SHIFTS = 12;
/** A rule's last day lies at most so many days after its first. */
const LONGEST_RUN = 731;
export const REPEATS = ["once", "weekly", "other_week"] as const;

const row = z.object({
  startsOn: day,
  startTime: timeOfDay,
  endTime: timeOfDay,
  repeats: z.enum(REPEATS).default("once"),
  days: someOf(DAYS),
  until: day,
  remove: z.boolean().default(false),
});
type Row = z.output<typeof row>;
export type ShiftField = keyof Row;
/** A row as a form shows it. */
export type TypedShift = Partial<Record<ShiftField, string | string[]>>;

export const shiftRows = z
  .array(row)
  .max(MOST_SHIFTS + 1)
  .default([])
  .transform((rows, issues) => {
    const shifts = rows.flatMap((each, index): Shift[] => {
      if (each.remove || isEmpty(each)) return [];
      const read = readRow(each);
      if (!("wrong" in read)) return [read];
      issues.addIssue({ code: "custom", path: [index, read.wrong], message: `posting:errors.shift.${read.why}` });
      return [];
    });
    if (shifts.length > MOST_SHIFTS) issues.addIssue({ code: "custom", message: "posting:errors.shift.many" });
    return shifts;
  });

const isEmpty = ({ startsOn, startTime, endTime, days, until }: Row) =>
  !startsOn && !startTime && !endTime && !until && days.length === 0;

type Wrong = { wrong: ShiftField; why: "day" | "start" | "end" | "order" | "until" | "long" };

function readRow({ startsOn, startTime, endTime, repeats, days, until }: Row): Shift | Wrong {
  if (!startsOn) return { wrong: "startsOn", why: "day" };
  if (!startTime) return { wrong: "startTime", why: "start" };
  if (!endTime) return { wrong: "endTime", why: "end" };
  if (endTime <= startTime) return { wrong: "endTime", why: "order" };
  if (repeats === "once") return { startsOn, startTime, endTime, rule: null };
  const chosen = days.length > 0 ? days : [weekdayOf(startsOn) ?? "mon"];
  const week = Array.from({ length: 7 }, (_, n) => addDays(startsOn, n));
  const first = week.find((date) => chosen.some((each) => each === weekdayOf(date))) ?? startsOn;
  if (until && until < first) return { wrong: "until", why: "until" };
  if (until && until > addDays(first, LONGEST_RUN)) return { wrong: "until", why: "long" };
  const rule = writeRule({ everyWeeks: repeats === "other_week" ? 2 : 1, days: chosen, until });
  return { startsOn: first, startTime, endTime, rule };
}

export function typedShift({ startsOn, startTime, endTime, rule }: Shift): TypedShift {
  const recurrence = rule === null ? null : readRule(rule);
  return {
    ...{ startsOn, startTime, endTime },
    repeats: recurrence ? (recurrence.everyWeeks === 2 ? "other_week" : "weekly") : "once",
    days: recurrence?.days ?? [],
    ...(recurrence?.until && { until: recurrence.until }),
  };
}
