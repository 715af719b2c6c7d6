import type { ReactNode } from "react";
import { FieldErrors } from "#app/ui/field.tsx";
import type { Rows } from "./rows.ts";

/** Groups of the same fields, one an entry; the last one is empty and folded away while there are others. */
export function RowGroups<R>({
  rows,
  most,
  about,
  legend,
  more,
  children,
}: {
  rows: readonly R[];
  most: number;
  about: Rows;
  legend: (number: number) => string;
  more: string;
  children: (row: R | null, index: number) => ReactNode;
}) {
  const { formId, list, errors } = about;
  const own = errors[list] ?? [];
  const group = (row: R | null, index: number) => (
    <fieldset key={index} className="row-group">
      <legend className="text-lg font-bold">{legend(index + 1)}</legend>
      {children(row, index)}
    </fieldset>
  );
  return (
    <div id={`${formId}-${list}`} tabIndex={-1}>
      <FieldErrors id={`${formId}-${list}-error`} errors={own} />
      {rows.map(group)}
      {rows.length < most && (
        <details open={rows.length === 0} className="mb-4">
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-primary">{more}</summary>
          {group(null, rows.length)}
        </details>
      )}
    </div>
  );
}
