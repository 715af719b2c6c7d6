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
