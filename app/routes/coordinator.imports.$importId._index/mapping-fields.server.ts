import { z } from "zod";
import { DATE_ORDERS } from "#app/domain/imports/dates.ts";
import { FIELDS, type Field } from "#app/domain/imports/fields.ts";
import { ImportMapping } from "#app/domain/imports/mapping.ts";
import { ImportOptions } from "#app/domain/imports/report.ts";
import { KIND_CODES } from "#app/domain/opportunities/kinds.ts";

const column = z.string().max(210).optional();
const columns = Object.fromEntries(FIELDS.map((field) => [field, column])) as Record<Field, typeof column>;

/** The form that says which column feeds which field; a field's input bears the field's name. */
export const MappingFields = z.object({
  ...columns,
  idempotencyKey: z.uuid(),
  source: z.string().trim().min(1).max(120),
  mode: ImportOptions.shape.mode,
  shiftDates: z.boolean().default(false),
  defaultKind: z.enum(KIND_CODES),
  dateOrder: z.enum(DATE_ORDERS).optional(),
});
type MappingFields = z.output<typeof MappingFields>;

export function mappingOf(form: MappingFields): ImportMapping {
  const chosen = FIELDS.flatMap((field) => (form[field] ? [[field, form[field]]] : []));
  return ImportMapping.parse({
    columns: Object.fromEntries(chosen) as Record<string, string>,
    defaults: { kind: form.defaultKind, dateOrder: form.dateOrder ?? null },
  });
}

export const optionsOf = ({ mode, shiftDates, source }: MappingFields): ImportOptions => ({ mode, shiftDates, source });
