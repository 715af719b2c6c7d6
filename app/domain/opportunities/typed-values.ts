import { typedSite, type TypedSite } from "./other-sites.ts";
import { typedShift, type TypedShift } from "./shifts.ts";
import { STEP_FIELDS, type Field } from "./content.ts";
import type { OpportunityContent } from "./opportunity.ts";
import type { Step } from "./steps.ts";

export type TypedValue = string | string[] | TypedShift[] | TypedSite[];

/** A stored value as a form holds it: text or texts, rows of fields, times without seconds, skills on one line, null as "". */
export function asTyped(field: Field, content: OpportunityContent): TypedValue {
  if (field === "skills") return content.skills.join(", ");
  if (field === "shifts") return content.shifts.map(typedShift);
  if (field === "otherSites") return content.otherSites.map(typedSite);
  const value = content[field];
  if (field === "startTime" || field === "endTime") return content[field]?.slice(0, 5) ?? "";
  if (Array.isArray(value)) return value;
  if (typeof value === "boolean") return value ? "on" : "";
  return value == null ? "" : String(value);
}

export const fieldsOf = (step: Step) => Object.keys(STEP_FIELDS[step]) as Field[];

/** What a step's form is filled with. */
export const typedStep = (step: Step, content: OpportunityContent): Partial<Record<Field, TypedValue>> =>
  Object.fromEntries(fieldsOf(step).map((field) => [field, asTyped(field, content)]));
