/**
 * The days and hours of an opportunity as readers narrow by them: by its fields and shifts, and where those say nothing
 * by its partner's words.
 */
import { DAYS } from "../opportunities/choices.ts";
import type { OpportunityContent } from "../opportunities/opportunity.ts";
import type { Day } from "../opportunities/recurrence.ts";
import { saidTimes } from "./schedule-words.ts";
import { isSummerOnly, runsOf, type Run } from "./takes-place.ts";

type Content = Pick<
  OpportunityContent,
  "days" | "startTime" | "endTime" | "startsOn" | "endsOn" | "shifts" | "schedule"
>;

/** When a last bell may ring, each quarter of an hour: one between two of them is taken for the later. */
export const BELLS = Array.from(
  { length: 21 },
  (_, n) => `${12 + Math.floor(n / 4)}:${["00", "15", "30", "45"][n % 4]}`,
);
/** Null: no school is out then. */
export const bellAt = (dayEndsAt: string) => BELLS.find((bell) => bell >= dayEndsAt.slice(0, 5)) ?? null;

export const PARTS_OF_DAY = ["morning", "afternoon", "evening"] as const;
type PartOfDay = (typeof PARTS_OF_DAY)[number];
const BEGINS: Record<PartOfDay, string> = { morning: "00:00", afternoon: "12:00", evening: "17:00" };
const ENDS: Record<PartOfDay, string> = { morning: "12:00", afternoon: "17:00", evening: "24:00" };

export interface WeekTimes {
  days: Day[];
  times: PartOfDay[];
  /** The bells after which there is a time for it: a weekday's begins no earlier, unless it is summer; weekends fit all. */
  bells: string[];
}

export function weekTimes(content: Content): WeekTimes {
  const said = saidTimes(isWordsOnly(content) ? content.schedule : null);
  const runs = runsOf({
    ...content,
    days: content.days.length > 0 ? content.days : said.days,
    startTime: content.startTime ?? said.startTime,
    endTime: content.startTime ? content.endTime : said.endTime,
  }).filter(({ days, startTime }) => days.length > 0 || startTime);
  const isAfterSchool = said.afterSchool && said.startTime === null;
  return {
    days: DAYS.filter((day) => runs.some(({ days }) => days.includes(day))),
    times: PARTS_OF_DAY.filter(
      (part) => runs.some((run) => touches(run, part)) || (isAfterSchool && part === "afternoon"),
    ),
    bells: BELLS.filter(
      (bell) => isAfterSchool || (runs.length === 0 ? said.flexible : runs.some((run) => fitsAfter(run, bell))),
    ),
  };
}

const isWordsOnly = ({ days, startTime, shifts }: Content) => shifts.length === 0 && (days.length === 0 || !startTime);

function touches({ startTime, endTime }: Run, part: PartOfDay): boolean {
  if (!startTime) return false;
  const [from, to] = [startTime.slice(0, 5), (endTime ?? startTime).slice(0, 5)];
  return from < ENDS[part] && (to > BEGINS[part] || from >= BEGINS[part]);
}

function fitsAfter(run: Run, bell: string): boolean {
  const isWeekend = run.days.length > 0 && run.days.every((day) => day === "sat" || day === "sun");
  return isWeekend || isSummerOnly(run) || (run.startTime !== null && run.startTime.slice(0, 5) >= bell);
}
