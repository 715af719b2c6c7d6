/**
 * The rule check: what a posting says, measured by the federal child-labor rules. It warns its partner and shows the
 * coordinator where to look; it decides nothing and refuses nothing, for words are a guess and states differ.
 */
import type { Sector } from "../organizations/sectors.ts";
import {
  CITATIONS,
  hazardCitation,
  hazardRule,
  HAZARD_CODES,
  UNDER_16_HOURS,
  type Citation,
  type Hazard,
} from "./child-labor-rules.ts";
import type { Field } from "./content.ts";
import { usualAges } from "./eligibility.ts";
import { hazardsIn } from "./hazards-in-text.ts";
import type { OpportunityContent } from "./opportunity.ts";
import { hoursOver, type SchoolBreak } from "./work-hours.ts";

/** Whom the district calls is no part of it, so that a public page can be checked too. */
export type CheckedContent = Omit<OpportunityContent, "contactName" | "contactEmail" | "contactPhone">;

export interface Circumstances {
  /** In the district's zone. */
  today: string;
  /** Of the district whose learners go. */
  schoolBreaks: readonly SchoolBreak[];
  sector: Sector;
}

/** Catalog keys below `rules:finding`, with the figures each says. */
type Said =
  | {
      code: "not_under_18" | "student_learner" | "no_driving" | "not_under_16" | "if_paid";
      hazard: Hazard;
      word: string | null;
    }
  | { code: "under_14"; age: number }
  | { code: "school_week" | "free_week" | "school_day" | "free_day"; hours: number; limit: number }
  | { code: "too_early" | "too_late"; time: string }
  | { code: "in_school_hours"; from: string; to: string }
  | { code: "agriculture" | "unpaid" }
  | { code: "permit"; state: string | null };

export type Finding = Said & {
  /** `warn`: somebody the posting invites may not do it; `info`: to be known. */
  severity: "warn" | "info";
  citation: Citation;
  /** Beside which it is said. */
  field: Field;
};
export type FindingCode = Finding["code"];

/** Warnings first. */
export function checkWork(content: CheckedContent, around: Circumstances): Finding[] {
  const found = [
    ...ageFindings(content),
    ...hazardFindings(content),
    ...hourFindings(content, around),
    ...reminders(content, around),
  ];
  return [
    ...found.filter(({ severity }) => severity === "warn"),
    ...found.filter(({ severity }) => severity === "info"),
  ];
}

const PAID_KINDS = ["PaidInternship", "Apprenticeship", "CooperativeEducation", "OnTheJob"];

/** The rules bind employment; unpaid learning is none, unless it is an internship in name only. */
const isEmployment = ({ pay, kind }: CheckedContent) =>
  pay === "paid" || pay === "stipend" || (pay === null && kind !== null && PAID_KINDS.includes(kind));

/** By the age limit, else by the lowest grade; null when the posting names neither. */
function youngestOf({ ageMin, gradeMin }: CheckedContent): number | null {
  return ageMin ?? (gradeMin === null ? null : usualAges(gradeMin)[0]);
}
const invitesUnder = (age: number, content: CheckedContent) => (youngestOf(content) ?? 0) < age;

function* ageFindings(content: CheckedContent): Generator<Finding> {
  const age = youngestOf(content);
  if (!isEmployment(content) || age === null || age >= 14) return;
  const field = content.ageMin === null ? "gradeMin" : "ageMin";
  yield { code: "under_14", age, severity: "warn", citation: CITATIONS.under_14, field };
}

function* hazardFindings(content: CheckedContent): Generator<Finding> {
  const employment = isEmployment(content);
  for (const { hazard, word, field } of hazardsOf(content)) {
    const { order, notBefore, studentLearner } = hazardRule(hazard);
    const citation = hazardCitation(hazard);
    if (!invitesUnder(notBefore, content)) continue;
    if (!employment) {
      if (order !== null) yield { code: "if_paid", hazard, word, severity: "info", citation, field };
      continue;
    }
    const barred = hazard === "driving" ? "no_driving" : "not_under_18";
    const code = order === null ? "not_under_16" : studentLearner ? "student_learner" : barred;
    yield { code, hazard, word, severity: "warn", citation, field };
  }
}

/** Where nobody works themselves, words about machines say what is shown. */
const WATCHED_KINDS = ["JobShadowing", "WorksiteTour", "GuestSpeaker", "InformationalInterview"];
const TEXTS = [
  "title",
  "summary",
  "tasks",
  "description",
  "requirements",
  "schedule",
  "titleEs",
  "summaryEs",
  "descriptionEs",
  "requirementsEs",
] as const satisfies readonly Field[];

/** Those ticked, then those the text speaks of; each once. */
function hazardsOf(content: CheckedContent): { hazard: Hazard; word: string | null; field: Field }[] {
  const ticked = HAZARD_CODES.filter((code) => content.hazards.includes(code));
  const found = new Map<Hazard, { hazard: Hazard; word: string | null; field: Field }>();
  for (const hazard of ticked) found.set(hazard, { hazard, word: null, field: "hazards" });
  const texts = content.kind !== null && WATCHED_KINDS.includes(content.kind) ? [] : TEXTS;
  for (const field of texts)
    for (const { hazard, word } of hazardsIn(content[field] ?? ""))
      if (!found.has(hazard)) found.set(hazard, { hazard, word, field });
  return HAZARD_CODES.flatMap((code) => found.get(code) ?? []);
}

const OVER = [
  ["schoolDay", "school_day", "endTime"],
  ["schoolWeek", "school_week", "hoursPerWeek"],
  ["freeDay", "free_day", "endTime"],
  ["freeWeek", "free_week", "hoursPerWeek"],
] as const;

/** Hours are limited at 14 and 15 only. */
function* hourFindings(content: CheckedContent, around: Circumstances): Generator<Finding> {
  if (!isEmployment(content) || !invitesUnder(16, content)) return;
  const over = hoursOver(content, around);
  const warning = { severity: "warn", citation: CITATIONS.hours } as const;
  for (const [what, code, field] of OVER) {
    const hours = over[what];
    if (hours !== undefined) yield { ...warning, code, hours, limit: UNDER_16_HOURS[what], field };
  }
  if (over.tooEarly) yield { ...warning, code: "too_early", time: over.tooEarly, field: "startTime" };
  if (over.tooLate) yield { ...warning, code: "too_late", time: over.tooLate, field: "endTime" };
  if (over.inSchoolHours) yield { ...warning, code: "in_school_hours", ...over.inSchoolHours, field: "startTime" };
}

const INTERNSHIPS = ["UnpaidInternship", "NonPaidInternship", "ClinicalWork", "Apprenticeship", "OnTheJob"];
/** The cluster of agriculture in the national framework. */
const AGRICULTURE = "0501";

function* reminders(content: CheckedContent, { sector }: Circumstances): Generator<Finding> {
  const { kind, pay, state, subClusters } = content;
  const note = { severity: "info" } as const;
  const isFarm = kind === "SupervisedAgricultural" || subClusters.some((code) => code.startsWith(AGRICULTURE));
  if (isEmployment(content) && invitesUnder(18, content)) {
    if (isFarm) yield { ...note, code: "agriculture", citation: CITATIONS.agriculture, field: "kind" };
    yield { ...note, code: "permit", state, citation: CITATIONS.permit, field: "pay" };
  }
  if (pay === "unpaid" && sector === "business" && kind !== null && INTERNSHIPS.includes(kind))
    yield { ...note, code: "unpaid", citation: CITATIONS.unpaid, field: "pay" };
}
