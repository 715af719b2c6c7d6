import { Link } from "@remix-run/react";
import type { LogEntry, LogSubject } from "#app/domain/events/log.server.ts";
import type { LogFilter } from "#app/domain/events/log.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Cell, DataRow, DataTable } from "#app/ui/data-table.tsx";
import { asParams } from "./as-params.ts";

interface Row extends Pick<LogEntry, "id" | "actor"> {
  what: string;
  more: string;
  when: string;
  /** Null: the same as who did it. */
  subject: LogSubject | null;
}

export function LogTable({ entries, filter }: { entries: Row[]; filter: LogFilter }) {
  const t = useT();
  const [when, what, who, about] = (["when", "what", "who", "about"] as const).map((key) => t(`records:log.${key}`));
  return (
    <DataTable caption={t("records:log.title")} columns={[when!, what!, who!, about!]}>
      {entries.map(({ id, actor, subject, ...entry }) => (
        <DataRow key={id}>
          <Cell>
            <span className="text-muted tabular-nums md:whitespace-nowrap">{entry.when}</span>
          </Cell>
          <Cell>
            <span className="font-semibold">{entry.what}</span>
            {entry.more && <span className="block text-muted">{entry.more}</span>}
          </Cell>
          <Cell label={who}>
            {actor ? (
              <Person {...actor} filter={filter} />
            ) : (
              <span className="text-muted">{t("records:log.system")}</span>
            )}
          </Cell>
          <Cell label={subject?.title ? about : undefined}>
            {subject && <Subject subject={subject} filter={filter} />}
          </Cell>
        </DataRow>
      ))}
    </DataTable>
  );
}

/** A name leads to all that this person did, or that was done about them. */
function Person({ id, name, filter }: { id: string; name: string | null; filter: LogFilter }) {
  const t = useT();
  if (name === null) return <span className="text-muted">{t("records:log.gone")}</span>;
  if (filter.personId === id) return <>{name}</>;
  return (
    <Link to={paths.coordinator.log(asParams({ ...filter, personId: id }))} className="text-ink">
      {name}
    </Link>
  );
}

function Subject({ subject: { id, thing, title, isShown }, filter }: { subject: LogSubject; filter: LogFilter }) {
  if (thing === "person") return <Person id={id} name={title} filter={filter} />;
  if (title === null) return null;
  if (!isShown) return <>{title}</>;
  return (
    <Link to={thing === "import" ? paths.coordinator.import(id) : paths.coordinator.reviewListing(id)}>{title}</Link>
  );
}
