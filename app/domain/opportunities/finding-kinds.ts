import type { FindingCode } from "./check-work.ts";

/** What the rule check finds, as a coordinator looks for it. */
export const FINDING_KINDS = {
  age: ["under_14"],
  hazards: ["not_under_18", "student_learner", "no_driving", "not_under_16"],
  hours: ["school_week", "free_week", "school_day", "free_day", "too_early", "too_late", "in_school_hours"],
  reminders: ["if_paid", "agriculture", "unpaid", "permit"],
} as const satisfies Record<string, readonly FindingCode[]>;
export type FindingKind = keyof typeof FINDING_KINDS;

/** Somebody the posting invites may not do it; reminders only want to be known. */
export const WARNINGS: readonly FindingCode[] = [
  ...FINDING_KINDS.age,
  ...FINDING_KINDS.hazards,
  ...FINDING_KINDS.hours,
];

/** `warnings`: any of them. */
export const RULE_FILTERS = ["warnings", "age", "hazards", "hours", "reminders"] as const;
export type RuleFilter = (typeof RULE_FILTERS)[number];

export const codesOf = (filter: RuleFilter): readonly FindingCode[] =>
  filter === "warnings" ? WARNINGS : FINDING_KINDS[filter];

const KINDS = Object.keys(FINDING_KINDS) as FindingKind[];

/** Each kind once, in the order above. */
export const kindsOf = (codes: readonly string[]): FindingKind[] =>
  KINDS.filter((kind) => FINDING_KINDS[kind].some((code) => codes.includes(code)));
