import type { Hazard } from "./child-labor-rules.ts";
import { checkWork, type CheckedContent, type Circumstances, type Finding } from "./check-work.ts";

export interface OpenTo {
  age: 16 | 18;
  /** At 16 and 17 with a student-learner agreement. */
  withAgreement: boolean;
}

const NOT_BEFORE_18: readonly Finding["code"][] = ["not_under_18", "no_driving"];
/** What binds nobody's age. */
const NO_LIMIT: readonly Finding["code"][] = ["if_paid", "under_14", "agriculture", "permit", "unpaid"];

/** How old one must be to do everything that was found; null: the findings set no limit. */
export function openTo(findings: readonly Finding[]): OpenTo | null {
  const limits = findings.filter(({ code }) => !NO_LIMIT.includes(code));
  const learner = limits.some(({ code }) => code === "student_learner");
  if (limits.some(({ code }) => NOT_BEFORE_18.includes(code))) return { age: 18, withAgreement: false };
  if (learner) return { age: 18, withAgreement: true };
  return limits.length > 0 ? { age: 16, withAgreement: false } : null;
}

/** Why a listing is open from an age on, for its readers. */
export interface WhoMayGo extends OpenTo {
  /** What sets that age. */
  hazards: Hazard[];
  hours: { weekly: number } | { daily: number } | { begins: string } | { ends: string } | { school: true } | null;
}

const WORDLESS = { title: "", summary: null, description: null, tasks: null, requirements: null, schedule: null };

/**
 * The age the rules set, whatever limits the posting names, by what its partner ticked and by its hours: a guess from
 * words is for desks only. Null: no rule sets one, or the posting asks for an older age anyway.
 */
export function whoMayGo(content: CheckedContent, around: Circumstances): WhoMayGo | null {
  const sure = checkWork({ ...content, ...WORDLESS, ageMin: null, gradeMin: null }, around);
  const open = openTo(sure);
  if (!open || (content.ageMin ?? 0) > open.age) return null;
  const setsAge = ({ code }: Finding) => (open.age === 18) !== (code === "not_under_16");
  const hazards = sure.flatMap((finding) =>
    "hazard" in finding && finding.code !== "if_paid" && setsAge(finding) ? finding.hazard : [],
  );
  return { ...open, hazards, hours: open.age === 16 && hazards.length === 0 ? firstOf(sure) : null };
}

function firstOf(findings: readonly Finding[]): WhoMayGo["hours"] {
  for (const finding of findings) {
    if (finding.code === "school_week" || finding.code === "free_week") return { weekly: finding.hours };
    if (finding.code === "school_day" || finding.code === "free_day") return { daily: finding.hours };
    if (finding.code === "too_early") return { begins: finding.time };
    if (finding.code === "too_late") return { ends: finding.time };
    if (finding.code === "in_school_hours") return { school: true };
  }
  return null;
}
