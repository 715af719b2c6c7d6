import type { SPOKEN_LANGUAGES } from "../opportunities/choices.ts";
import { SKILL_WORDS } from "../interests/skill-words.ts";
import type { TIMES, Travel } from "../interests/interest-profile.ts";

/** What it has to bring. */
export const NEEDS = ["paid", "credit", "hours"] as const;
export type Need = (typeof NEEDS)[number];

/** Skills by their English name; each has its name in both languages. */
export const SKILLS: ReadonlyMap<string, Record<"en" | "es", string>> = new Map(
  Object.keys(SKILL_WORDS).map((names) => {
    const [en = names, es = en] = names.split(" | ");
    return [en, { en, es }];
  }),
);

/** What a student says of themselves; null or empty: nothing. */
export interface StudentProfile {
  schoolId: string | null;
  /** 0 (kindergarten) to 12, in the school year of today. */
  grade: number | null;
  birthYear: number | null;
  birthMonth: number | null;
  clusters: string[];
  pathwayIds: string[];
  freeAt: (typeof TIMES)[number][];
  travel: Travel[];
  withinMiles: number | null;
  /** Null: the way begins at the school. */
  zip: string | null;
  languages: (typeof SPOKEN_LANGUAGES)[number][];
  needs: Need[];
  skills: string[];
}

/** School years begin in August, or soon after. */
const SCHOOL_YEAR_BEGINS = 8;
const LAST_GRADE = 12;

/** The year in which the school year of a day, `YYYY-MM-DD`, ends. */
function yearEnding(day: string): number {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return month >= SCHOOL_YEAR_BEGINS ? year + 1 : year;
}

export const classOfGrade = (grade: number, today: string) => yearEnding(today) + LAST_GRADE - grade;

/** Null: graduated, or not in school yet. */
export function gradeOfClass(classOf: number, today: string): number | null {
  const grade = LAST_GRADE - (classOf - yearEnding(today));
  return grade >= 0 && grade <= LAST_GRADE ? grade : null;
}
