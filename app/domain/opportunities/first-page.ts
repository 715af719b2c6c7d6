/** The page a new opportunity begins on, when all that a family needs is to be there: each thing missing at its field. */
import { z } from "zod";
import { FIRST, firstSchema, type Field } from "./content.ts";
import { ADDRESS, REQUIRED, WHO } from "./submission-rules.ts";

type Typed = Partial<Record<string, unknown>>;

/** `extra` are the form's own fields. Where no address is typed, the organization's counts. */
export function wholeFirstSchema<E extends z.ZodRawShape>(extra: E) {
  const needs: { field: Field; isMet: (typed: Typed) => boolean }[] = [
    ...REQUIRED.filter((field) => field in FIRST).map((field) => ({
      field,
      isMet: (typed: Typed) => isSaid(typed[field]),
    })),
    { field: WHO[0], isMet: (typed) => WHO.some((field) => isSaid(typed[field])) },
    ...ADDRESS.map((field) => ({ field, isMet: (typed: Typed) => isSaid(typed[field]) || isElsewhere(typed) })),
  ];
  return needs.reduce(
    (schema, { field, isMet }) =>
      schema.refine((typed) => isMet(typed as Typed), {
        path: [field],
        error: `partner:errors.missing.${field}`,
        // What else is missing or wrong is told at once.
        when: ({ value, issues }) =>
          typeof value === "object" && value !== null && !issues.some(({ path }) => path?.[0] === field),
      }),
    firstSchema(extra),
  );
}

const isSaid = (value: unknown) => value !== null && value !== undefined && value !== "";

const isElsewhere = (typed: Typed) => typed.setting === "remote" || !ADDRESS.some((field) => isSaid(typed[field]));
