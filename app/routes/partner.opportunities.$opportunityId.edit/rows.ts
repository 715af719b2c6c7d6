import type { FieldSource } from "#app/ui/field.tsx";

/** What a form that repeats a group of fields knows: conform's names, `shifts[0].startsOn`, and what is wrong where. */
export interface Rows {
  formId: string;
  list: string;
  errors: Record<string, string[]>;
}

type Row = Record<string, string | string[] | undefined>;

export const rowsOf = (initialValue: unknown): Row[] =>
  Array.isArray(initialValue) ? initialValue.map((row) => (row ?? {}) as Row) : [];

export function rowField({ formId, list, errors }: Rows, index: number, row: Row, field: string): FieldSource {
  const name = `${list}[${index}].${field}`;
  return { name, id: `${formId}-${name}`, defaultValue: row[field], error: errors[name]?.[0] };
}
