import type { OpportunityContent } from "./opportunity.ts";
import { STEPS, type Step } from "./steps.ts";
import type { Problem } from "./submission-rules.ts";
import { fieldsOf } from "./typed-values.ts";

export type Mark = "done" | "empty" | "missing";

/** Of each step: something keeps it from being sent, something is said, or nothing yet, which is fine. */
export const stepMarks = (content: OpportunityContent, problems: readonly Problem[]): { name: Step; mark: Mark }[] =>
  STEPS.map((name) => {
    if (problems.some(({ step }) => step === name)) return { name, mark: "missing" };
    const said = fieldsOf(name).some((field) => isSaid(content[field]));
    return { name, mark: said ? "done" : "empty" };
  });

const isSaid = (value: unknown) => !(value === null || value === "" || value === false || isEmptyList(value));
const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;
