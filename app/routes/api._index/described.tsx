import type { ReactNode } from "react";
import { Cell, DataTable } from "#app/ui/data-table.tsx";
import { Icon, type IconName } from "#app/ui/icon.tsx";

export function Section({
  id,
  title,
  icon,
  points = [],
  children,
}: {
  id?: string;
  title: string;
  icon: IconName;
  points?: readonly string[];
  children?: ReactNode;
}) {
  return (
    <section id={id} className="guide-part">
      <h2>
        <Icon name={icon} />
        {title}
      </h2>
      {points.length > 0 && (
        <ul className="guide-points">
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}

/** The document's texts mark names as Markdown does. */
export const Marked = ({ text }: { text: string }) =>
  text.split("`").map((part, n) =>
    n % 2 ? (
      <code key={n} className="api-name">
        {part}
      </code>
    ) : (
      part
    ),
  );

/** A table of names and what they mean: the names are the programs', the meaning is in English. */
export function Described({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: string[];
  rows: readonly { id?: string; cells: readonly string[] }[];
}) {
  return (
    <DataTable caption={caption} columns={columns}>
      {rows.map(({ id, cells: [name, ...meanings] }) => (
        <tr
          key={name}
          id={id}
          lang="en"
          className="max-md:block max-md:rounded-card max-md:border max-md:border-line max-md:bg-surface max-md:p-4"
        >
          <Cell>
            <code className="api-name">{name}</code>
          </Cell>
          {meanings.map((meaning, n) => (
            <Cell key={n}>
              <Marked text={meaning} />
            </Cell>
          ))}
        </tr>
      ))}
    </DataTable>
  );
}
