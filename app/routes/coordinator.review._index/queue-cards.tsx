import { Link } from "@remix-run/react";
import { isKind } from "#app/domain/opportunities/kinds.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { ChooseBox, type Rows } from "./queue-table.tsx";
import { RowAge, RowStanding, RowTags } from "./row-facts.tsx";

/** A card a listing, with its summary: for reading rather than for scanning. */
export function QueueCards({ rows, queue, back }: Rows) {
  const t = useT();
  return (
    <ul className="grid gap-3 md:grid-cols-2" aria-label={t(`coordinator:queue.${queue}`)}>
      {rows.map((row) => (
        <li
          key={row.id}
          data-queue-row
          className="flex min-w-0 gap-1 rounded-card border border-line bg-surface p-3 focus-within:border-primary"
        >
          <ChooseBox row={row} />
          <div className="min-w-0 py-2">
            <p className="text-sm text-muted">
              {row.kind && isKind(row.kind) && `${t(`opportunity:kind.${row.kind}`)} · `}
              <RowAge row={row} queue={queue} />
            </p>
            <Link to={paths.coordinator.reviewListing(row.id, back)} data-row className="font-semibold break-words">
              {row.title}
            </Link>
            <p className="text-muted">{row.organization}</p>
            {row.summary && <p className="mt-2 line-clamp-3 break-words">{row.summary}</p>}
            <RowTags row={row} queue={queue} />
            <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
              <RowStanding row={row} />
              {row.assignedTo && <span>{row.isMine ? t("queue:whose.mine") : row.assignedTo}</span>}
              {row.closes && (
                <span>
                  {t("coordinator:column.closes")} {row.closes}
                </span>
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
