/**
 * Hints: what a coordinator should look at before saying yes, besides the rules of work under 18 (`checkWork`). They
 * come from the text alone and refuse nothing.
 */
import type { Finding } from "../opportunities/check-work.ts";
import type { OpportunityContent } from "../opportunities/opportunity.ts";
import { protectedAreas, type ProtectedArea } from "../opportunities/questions.ts";
import { SCHOOL_DAY } from "../opportunities/work-hours.ts";
import { lastDayOf } from "./last-day.ts";

/** Catalog keys under `coordinator:hints`, with the figures each says. */
export type Hint =
  | { hint: "no_youngest_age" }
  | { hint: "in_school_hours"; from: string; to: string }
  | { hint: "no_hours" }
  | { hint: "no_place" }
  | { hint: "over"; day: string }
  | { hint: "closes_soon"; day: string }
  | { hint: "asks_about"; question: string; areas: ProtectedArea[] };

const SCHOOL_DAYS = ["mon", "tue", "wed", "thu", "fri"];
/** Fewer days than this leave families little time to ask. */
const SHORT_NOTICE_DAYS = 7;

/** In the order they should be read; `today` is a date in the district's zone. What a finding says is not said again. */
export function reviewHints(content: OpportunityContent, today: string, findings: readonly Finding[]): Hint[] {
  const noAge: Hint[] = content.ageMin === null ? [{ hint: "no_youngest_age" }] : [];
  const found = [...noAge, ...timeHints(content), ...dateHints(content, today), ...questionHints(content)];
  return found.filter(({ hint }) => !findings.some(({ code }) => code === hint));
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

/** Areas that federal law keeps schools from asking students about. */
const questionHints = ({ questions }: OpportunityContent): Hint[] =>
  questions
    .map((question) => ({ hint: "asks_about" as const, question, areas: protectedAreas(question) }))
    .filter(({ areas }) => areas.length > 0);

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
