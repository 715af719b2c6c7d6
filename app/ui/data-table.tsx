import type { ReactNode } from "react";

/** A table on a wide screen, a card a row on a phone, where each cell says its column. */
export function DataTable({ caption, columns, children }: { caption: string; columns: string[]; children: ReactNode }) {
  return (
    <table className="w-full border-separate border-spacing-0 overflow-hidden rounded-card border border-line bg-surface text-start max-md:block max-md:border-0 max-md:bg-transparent">
      <caption className="sr-only">{caption}</caption>
      <thead className="bg-sunken text-sm max-md:sr-only">
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className="px-4 py-2">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:grid max-md:gap-3">{children}</tbody>
    </table>
  );
}

/** `id`: where a link may lead to it. */
export const DataRow = ({ children, ...row }: { id?: string | undefined; lang?: string; children: ReactNode }) => (
  <tr
    {...row}
    className="max-md:block max-md:rounded-card max-md:border max-md:border-line max-md:bg-surface max-md:p-4"
  >
    {children}
  </tr>
);

/** `label`: the column's words, where a phone has no head row above it. */
export const Cell = ({ label, children }: { label?: string | undefined; children: ReactNode }) => (
  <td className="px-4 py-2.5 align-top wrap-anywhere md:border-t md:border-line max-md:block max-md:px-0 max-md:py-0.5">
    {label && <span className="text-sm text-muted md:hidden">{label} </span>}
    {children}
  </td>
);
