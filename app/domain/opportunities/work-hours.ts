import { addDays, daysBetween } from "../districts/zone.ts";
import { UNDER_16_HOURS } from "./child-labor-rules.ts";
import type { OpportunityContent } from "./opportunity.ts";
import { daysOfShift } from "./recurrence.ts";

/** Hours against what 14- and 15-year-olds may work, by the school calendar of their district. */
export interface SchoolBreak {
  startsOn: string;
  endsOn: string;
}

/** Each at its worst; only what is over. */
export interface HoursOver {
  schoolDay?: number;
  schoolWeek?: number;
  freeDay?: number;
  freeWeek?: number;
  /** Begins before, ends after: `HH:MM`. */
  tooEarly?: string;
  tooLate?: string;
  inSchoolHours?: { from: string; to: string };
}

type Timed = Pick<
  OpportunityContent,
  "startsOn" | "endsOn" | "days" | "startTime" | "endTime" | "hoursPerWeek" | "shifts"
>;

export const SCHOOL_DAY = { from: "08:00", to: "14:30" };
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
/** A year of school and summer, where no end is given. */
const LONGEST_LOOK = 365;
const DAY_MS = 86_400_000;

interface Slot {
  isOn: (day: Day) => boolean;
  from: string;
  to: string;
}

export function hoursOver(
  content: Timed,
  { today, schoolBreaks }: { today: string; schoolBreaks: readonly SchoolBreak[] },
): HoursOver {
  const weeks = weeksOf(content, today);
  const slots = slotsOf(content, weeks.at(-1)?.at(-1)?.date ?? today);
  const over: HoursOver = {};
  if (slots.length === 0 && content.hoursPerWeek === null) return over;
  for (const week of weeks) {
    let hours = 0;
    let isSchoolWeek = false;
    for (const day of week) {
      const isSchool = isSchoolDay(day, schoolBreaks);
      isSchoolWeek ||= isSchool;
      hours += checkDay(over, day, slots, isSchool);
    }
    keepWorst(over, isSchoolWeek ? "schoolWeek" : "freeWeek", content.hoursPerWeek ?? hours);
  }
  return over;
}

interface Day {
  date: string;
  weekday: (typeof WEEKDAYS)[number];
}

/** Answers how long the day is. */
function checkDay(over: HoursOver, day: Day, slots: readonly Slot[], isSchool: boolean): number {
  const today = slots.filter(({ isOn }) => isOn(day));
  if (today.length === 0) return 0;
  const hours = today.reduce((sum, { from, to }) => sum + hoursBetween(from, to), 0);
  keepWorst(over, isSchool ? "schoolDay" : "freeDay", hours);
  const latest = isSummer(day.date) ? UNDER_16_HOURS.summerTo : UNDER_16_HOURS.to;
  for (const { from, to } of today) {
    if (from < UNDER_16_HOURS.from && from < (over.tooEarly ?? "24")) over.tooEarly = from;
    if (to > latest && to > (over.tooLate ?? "")) over.tooLate = to;
    if (isSchool && from < SCHOOL_DAY.to && to > SCHOOL_DAY.from) over.inSchoolHours ??= { from, to };
  }
  return hours;
}

function keepWorst(over: HoursOver, what: "schoolDay" | "schoolWeek" | "freeDay" | "freeWeek", hours: number) {
  if (hours > Math.max(UNDER_16_HOURS[what], over[what] ?? 0)) over[what] = Math.round(hours * 10) / 10;
}

/** Days by calendar week, Sunday first, of the time it goes on. */
function weeksOf({ startsOn, endsOn }: Timed, today: string): Day[][] {
  const first = startsOn ?? today;
  const last = endsOn && endsOn >= first ? endsOn : addDays(first, LONGEST_LOOK);
  const from = Date.parse(`${first}T00:00:00Z`);
  const weekday = new Date(from).getUTCDay();
  const weeks: Day[][] = [];
  for (let n = 0; n <= Math.min(daysBetween(first, last), LONGEST_LOOK); n++) {
    const day = { date: new Date(from + n * DAY_MS).toISOString().slice(0, 10), weekday: WEEKDAYS[(weekday + n) % 7]! };
    if (n === 0 || day.weekday === "sun") weeks.push([]);
    weeks.at(-1)!.push(day);
  }
  return weeks;
}

/** The week's regular hours, and those of each shift on the days it falls on. */
function slotsOf({ days, startTime, endTime, shifts }: Timed, last: string): Slot[] {
  // Without days of the week it may be any of them.
  const regular = ({ weekday }: Day) => days.length === 0 || days.some((day) => day === weekday);
  const slots = [
    ...(startTime && endTime ? [{ isOn: regular, from: clock(startTime), to: clock(endTime) }] : []),
    ...shifts.map((shift) => {
      const own = daysOfShift(shift, last);
      return { isOn: ({ date }: Day) => own.has(date), from: clock(shift.startTime), to: clock(shift.endTime) };
    }),
  ];
  return slots.filter(({ from, to }) => from < to);
}

const clock = (time: string) => time.slice(0, 5);
const hoursBetween = (from: string, to: string) =>
  (Date.parse(`1970-01-01T${to}Z`) - Date.parse(`1970-01-01T${from}Z`)) / 3_600_000;

/** Where a district has entered no calendar, the weeks that nearly every school is out. */
const USUAL_SUMMER = { from: "06-15", to: "08-14" };

function isSchoolDay({ date, weekday }: Day, breaks: readonly SchoolBreak[]): boolean {
  if (weekday === "sat" || weekday === "sun") return false;
  if (breaks.length > 0) return !breaks.some(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn);
  return date.slice(5) < USUAL_SUMMER.from || date.slice(5) > USUAL_SUMMER.to;
}

/** June 1 to Labor Day, the first Monday of September. */
export function isSummer(day: string): boolean {
  const [year, rest] = [day.slice(0, 4), day.slice(5)];
  const firstOfSeptember = new Date(`${year}-09-01T00:00:00Z`).getUTCDay();
  const laborDay = `09-${String(1 + ((8 - firstOfSeptember) % 7)).padStart(2, "0")}`;
  return rest >= "06-01" && rest <= laborDay;
}
