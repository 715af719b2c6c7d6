/**
 * What an opportunity must say before a coordinator is asked to read it: everything a family needs to decide, and
 * whom the district can call. Well-formedness is checked again because a file may have brought the text in.
 */
import { draftSchema, stepOf, type Field } from "./content.ts";
import type { OpportunityContent } from "./opportunity.ts";
import type { Step } from "./steps.ts";
import { asTyped } from "./typed-values.ts";

export interface Problem {
  field: Field;
  step: Step;
  /** Catalog key. */
  message: string;
}

export const REQUIRED = [
  "kind",
  "title",
  "summary",
  "schedule",
  "setting",
  "pay",
  "howToAsk",
  "contactEmail",
] as const satisfies readonly Field[];
/** One of them says who may come. */
export const WHO = ["gradeMin", "gradeMax", "ageMin", "ageMax"] as const satisfies readonly Field[];
export const ADDRESS = ["street", "city", "state", "zip"] as const satisfies readonly Field[];

/** In the order of the steps; empty when it may be sent. `today` is a date in the district's zone. */
export function submissionProblems(content: OpportunityContent, today: string): Problem[] {
  const required: readonly Field[] = content.setting === "remote" ? REQUIRED : [...REQUIRED, ...ADDRESS];
  const found = new Map<Field, string>();
  for (const field of required) if (isEmpty(content[field])) found.set(field, `partner:errors.missing.${field}`);
  if (WHO.every((field) => content[field] === null)) found.set("gradeMin", "partner:errors.missing.gradeMin");
  for (const { field, message } of malformed(content)) if (!found.has(field)) found.set(field, message);
  if (content.closesOn && content.closesOn < today) found.set("closesOn", "partner:errors.closes_past");
  if (content.endsOn && content.endsOn < today) found.set("endsOn", "partner:errors.ends_past");
  return FIELD_ORDER.flatMap((field) => {
    const message = found.get(field);
    return message ? [{ field, step: stepOf(field), message }] : [];
  });
}

const isEmpty = (value: unknown) => value === null || value === undefined || value === "";

const FIELD_ORDER = Object.keys(draftSchema.shape) as Field[];

/** Fields whose form is not what is stored. */
const TYPED_APART: readonly Field[] = ["skills", "shifts", "otherSites"];

function malformed(content: OpportunityContent) {
  const filled = FIELD_ORDER.filter((field) => !isEmpty(content[field]));
  const form = Object.fromEntries(
    filled.map((field) => [field, TYPED_APART.includes(field) ? asTyped(field, content) : content[field]]),
  );
  return (draftSchema.safeParse(form).error?.issues ?? []).map((issue) => ({
    field: issue.path[0] as Field,
    message: /^(partner|posting):/.test(issue.message) ? issue.message : "partner:errors.check",
  }));
}
