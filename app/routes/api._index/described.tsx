import { Cell, DataRow, DataTable } from "#app/ui/data-table.tsx";

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
        <DataRow key={name} id={id} lang="en">
          <Cell>
            <code className="api-name">{name}</code>
          </Cell>
          {meanings.map((meaning, n) => (
            <Cell key={n}>
              <Marked text={meaning} />
            </Cell>
          ))}
        </DataRow>
      ))}
    </DataTable>
  );
}
