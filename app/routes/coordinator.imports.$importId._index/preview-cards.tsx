import { useT } from "#app/i18n/locale.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { ImportPage } from "./route.tsx";

type Row = ImportPage["preview"][number];

/** The first rows as learners will read them. */
export function PreviewCards({ rows }: { rows: Row[] }) {
  const t = useT();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="preview" className="mt-10">
      <h2 id="preview">{t("imports:check.preview")}</h2>
      <ul className="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {rows.map((row) => (
          <PreviewCard key={row.row} row={row} />
        ))}
      </ul>
    </section>
  );
}

function PreviewCard({ row }: { row: Row }) {
  const t = useT();
  const place = [row.city, row.state].filter(Boolean).join(", ");
  return (
    <li className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4">
      <span className="flex flex-wrap justify-between gap-2">
        {row.kind && <Tag tone="primary">{t(`opportunity:kind.${row.kind}`)}</Tag>}
        <span className="text-sm text-muted">{t("imports:check.row", { row: row.row })}</span>
      </span>
      <h3 className="break-words">{row.title}</h3>
      <p className="font-semibold break-words">{row.organization}</p>
      {row.summary && <p className="line-clamp-4 break-words text-muted">{row.summary}</p>}
      <ul className="mt-auto space-y-1 text-sm">
        {place && (
          <li>
            <Icon name="map-pin" /> {place}
          </li>
        )}
        {row.starts && (
          <li>
            <Icon name="calendar-days" /> {row.ends ? `${row.starts} – ${row.ends}` : row.starts}
          </li>
        )}
        {row.closes && (
          <li>
            <Icon name="hourglass" /> {t("imports:check.closes", { date: row.closes })}
          </li>
        )}
        {row.places && (
          <li>
            <Icon name="users" /> {t("imports:check.places", { count: row.places })}
          </li>
        )}
      </ul>
    </li>
  );
}
