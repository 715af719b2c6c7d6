/**
 * Who may take part: by the grades an opportunity names and by its age limits, both of which must hold. Of a learner a
 * grade is known, not a birthday, so an age limit rules out a grade only when it rules out both ages usual in it: "16
 * and up" in grades 9 to 12 is open to grade 10, where many turn 16 within the year.
 */
import type { OpportunityContent } from "./opportunity.ts";

/** Null: no limit on that side. */
export type Limits = Pick<OpportunityContent, "gradeMin" | "gradeMax" | "ageMin" | "ageMax">;

/** Kindergarten to grade 12. */
const GRADES = Array.from({ length: 13 }, (_, grade) => grade);

/** A learner turns grade + 5 before and grade + 6 within the school year, as most do. */
export const usualAges = (grade: number): [youngest: number, oldest: number] => [grade + 5, grade + 6];

/**
 * The grades an opportunity is open to, ascending, and of those the ones a district keeps it to, if it does; none when
 * the limits contradict each other.
 */
export const openGrades = (limits: Limits, onlyGrades: readonly number[] = []): number[] =>
  GRADES.filter((grade) => isOpenTo(grade, limits) && (onlyGrades.length === 0 || onlyGrades.includes(grade)));

function isOpenTo(grade: number, { gradeMin, gradeMax, ageMin, ageMax }: Limits): boolean {
  const [youngest, oldest] = usualAges(grade);
  return (
    (gradeMin === null || gradeMin <= grade) &&
    (gradeMax === null || grade <= gradeMax) &&
    (ageMin === null || ageMin <= oldest) &&
    (ageMax === null || youngest <= ageMax)
  );
}

/** A month of a year, 1 to 12. */
export interface YearMonth {
  year: number;
  month: number;
}

/** What somebody told who would take part; null: not told. A month of birth says more than an age. */
export interface Applicant {
  /** 0 (kindergarten) to 12. */
  grade: number | null;
  age: number | null;
  born: YearMonth | null;
}

/** The limit that stands in the way, and from when on it no longer does; null: that cannot be told. */
export interface NotYet {
  limit: "grade" | "age";
  /** The grade or age it is open from. */
  from: number;
  opens: YearMonth | null;
}

/** School years begin in August, or soon after. */
const SCHOOL_YEAR_BEGINS = 8;

/** Their age in this month; of whose birthday is in it, the one they turn. */
export const ageOf = ({ age, born }: Applicant, today: YearMonth): number | null =>
  born ? today.year - born.year - (today.month < born.month ? 1 : 0) : age;

/** Why it is not open yet to who is too young or in too low a grade; null for who is not, or never will be let in. */
export function notYet(limits: Limits, onlyGrades: readonly number[], who: Applicant, today: YearMonth): NotYet | null {
  const age = ageOf(who, today);
  const byGrade = who.grade === null ? null : gradeInTheWay(limits, onlyGrades, { grade: who.grade, age, today });
  const byAge = age === null ? null : ageInTheWay(limits, age, who.born);
  if (byGrade === "never" || byAge === "never") return null;
  if (!byGrade || !byAge) return byGrade ?? byAge;
  // Of two limits the one that falls last; without a birthday nobody knows which that is.
  return byGrade.opens && byAge.opens && isAfter(byGrade.opens, byAge.opens) ? byGrade : byAge;
}

function gradeInTheWay(
  limits: Limits,
  onlyGrades: readonly number[],
  { grade, age, today }: { grade: number; age: number | null; today: YearMonth },
): NotYet | "never" | null {
  const byGradesAlone = openGrades({ ...limits, ageMin: null, ageMax: null }, onlyGrades);
  // Ages that were told are looked at by themselves; the usual ones of a grade only stand in for them.
  const next = (age === null ? openGrades(limits, onlyGrades) : byGradesAlone).find((open) => open >= grade);
  if (next === grade) return null;
  if (next === undefined) return "never";
  const opens = schoolYearOf(next, grade, today);
  return byGradesAlone.includes(grade)
    ? { limit: "age", from: limits.ageMin ?? 0, opens }
    : { limit: "grade", from: next, opens };
}

function ageInTheWay({ ageMin, ageMax }: Limits, age: number, born: YearMonth | null): NotYet | "never" | null {
  if (ageMax !== null && age > ageMax) return "never";
  if (ageMin === null || ageMin <= age) return null;
  return { limit: "age", from: ageMin, opens: born && { year: born.year + ageMin, month: born.month } };
}

/** When one in `now` will be in `grade`. */
function schoolYearOf(grade: number, now: number, today: YearMonth): YearMonth {
  const next = today.month >= SCHOOL_YEAR_BEGINS ? today.year + 1 : today.year;
  return { year: next + grade - now - 1, month: SCHOOL_YEAR_BEGINS };
}

const isAfter = (one: YearMonth, other: YearMonth) => one.year * 12 + one.month > other.year * 12 + other.month;
