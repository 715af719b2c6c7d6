/**
 * Hints: what a coordinator should look at before saying yes. They come from the text alone, refuse nothing, and are
 * no legal advice. Hours of 14- and 15-year-olds: 29 CFR 570.35; work under 14: 29 CFR 570.2 and 570.122.
 */
import type { OpportunityContent } from "../opportunities/opportunity.ts";
import { lastDayOf } from "./last-day.ts";

/** Catalog keys under `coordinator:hints`, with the figures each says. */
export type Hint =
  | { hint: "no_youngest_age" }
  | { hint: "paid_under_14"; age: number }
  | { hint: "weekly_hours_under_16"; hours: number; limit: number }
  | { hint: "late_under_16"; time: string }
  | { hint: "in_school_hours"; from: string; to: string }
  | { hint: "no_hours" }
  | { hint: "no_place" }
  | { hint: "over"; day: string }
  | { hint: "closes_soon"; day: string };

const SCHOOL_WEEK_HOURS = 18;
const LATEST_END = "19:00";
const SCHOOL_DAY = { from: "08:00", to: "14:30" };
const SCHOOL_DAYS = ["mon", "tue", "wed", "thu", "fri"];
/** Fewer days than this leave families little time to ask. */
const SHORT_NOTICE_DAYS = 7;

/** In the order they should be read; `today` is a date in the district's zone. */
export function reviewHints(content: OpportunityContent, today: string): Hint[] {
  return [...ageHints(content), ...timeHints(content), ...dateHints(content, today)];
}

function* ageHints({ ageMin, pay, hoursPerWeek, endTime }: OpportunityContent): Generator<Hint> {
  if (ageMin === null) yield { hint: "no_youngest_age" };
  const underSixteen = ageMin === null || ageMin < 16;
  const isWork = pay === "paid" || pay === "stipend";
  if (isWork && ageMin !== null && ageMin < 14) yield { hint: "paid_under_14", age: ageMin };
  if (!isWork || !underSixteen) return;
  if (hoursPerWeek !== null && hoursPerWeek > SCHOOL_WEEK_HOURS)
    yield { hint: "weekly_hours_under_16", hours: hoursPerWeek, limit: SCHOOL_WEEK_HOURS };
  if (endTime !== null && endTime.slice(0, 5) > LATEST_END) yield { hint: "late_under_16", time: endTime.slice(0, 5) };
}

function* timeHints({
  days,
  startTime,
  endTime,
  hoursPerWeek,
  schedule,
  setting,
  street,
  city,
}: OpportunityContent): Generator<Hint> {
  const [from, to] = [startTime?.slice(0, 5), endTime?.slice(0, 5)];
  const onSchoolDays = days.some((day) => SCHOOL_DAYS.includes(day));
  if (from && to && onSchoolDays && from < SCHOOL_DAY.to && to > SCHOOL_DAY.from)
    yield { hint: "in_school_hours", from, to };
  if (hoursPerWeek === null && !schedule && !from) yield { hint: "no_hours" };
  if (setting !== "remote" && !street && !city) yield { hint: "no_place" };
}

function* dateHints(content: OpportunityContent, today: string): Generator<Hint> {
  const last = lastDayOf(content);
  if (!last) return;
  if (last < today) yield { hint: "over", day: last };
  else if (daysBetween(today, last) < SHORT_NOTICE_DAYS) yield { hint: "closes_soon", day: last };
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
