import { Link } from "@remix-run/react";
import { useMemo, useRef } from "react";
import type { ListingState } from "#app/domain/listings/lifecycle.ts";
import type { Queue } from "#app/domain/listings/review-queue.ts";
import { isKind } from "#app/domain/opportunities/kinds.ts";
import type { Partnership } from "#app/domain/organizations/standing.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { useShortcuts } from "#app/ui/use-shortcuts.ts";

export interface Row {
  id: string;
  title: string;
  kind: string | null;
  state: ListingState;
  isEdit: boolean;
  suggested: boolean;
  organization: string;
  standing: Partnership["status"] | null;
  inForce: boolean;
  waitedDays: number | null;
  confirmedDays: number | null;
  closes: string | null;
}

const CELL = "px-4 py-2.5 align-top max-md:block max-md:px-0 max-md:py-0.5";
/** Short facts stay on one line, so that a page holds many rows. */
const FACT = `${CELL} xl:whitespace-nowrap`;

/** A table on a wide screen, cards on a phone; j and k walk through the titles, Enter opens one. */
export function QueueTable({ rows, queue }: { rows: Row[]; queue: Queue }) {
  const t = useT();
  const body = useRef<HTMLTableSectionElement>(null);
  const shortcuts = useMemo(() => {
    const step = (by: 1 | -1) => () => {
      const links = [...(body.current?.querySelectorAll<HTMLAnchorElement>("a[data-row]") ?? [])];
      const at = links.findIndex((link) => link === document.activeElement);
      const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1);
      links[next]?.focus();
    };
    return { j: step(1), k: step(-1) };
  }, []);
  useShortcuts(shortcuts);
  return (
    <>
      <table className="w-full border-separate border-spacing-0 overflow-hidden rounded-card border border-line bg-surface text-left max-md:block max-md:border-0 max-md:bg-transparent">
        <caption className="sr-only">{t(`coordinator:queue.${queue}`)}</caption>
        <thead className="bg-sunken text-sm max-md:sr-only">
          <tr>
            <th className="px-4 py-2">{t("coordinator:column.listing")}</th>
            <th className="px-4 py-2">{t("coordinator:column.kind")}</th>
            <th className="px-4 py-2">{t("coordinator:column.standing")}</th>
            <th className="px-4 py-2">{t("coordinator:column.age")}</th>
            <th className="px-4 py-2">{t("coordinator:column.closes")}</th>
          </tr>
        </thead>
        <tbody ref={body} className="max-md:grid max-md:gap-3">
          {rows.map((row) => (
            <QueueRow key={row.id} row={row} queue={queue} />
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-sm text-muted max-md:hidden">{t("coordinator:queue.keys")}</p>
    </>
  );
}

function QueueRow({ row, queue }: { row: Row; queue: Queue }) {
  const t = useT();
  const age =
    queue === "unconfirmed" && row.confirmedDays !== null
      ? t("coordinator:confirmed", { count: row.confirmedDays })
      : row.waitedDays !== null && t("coordinator:sent", { count: row.waitedDays });
  return (
    <tr className="hover:bg-primary-soft max-md:block max-md:rounded-card max-md:border max-md:border-line max-md:bg-surface max-md:p-4 md:[&>td]:border-t md:[&>td]:border-line">
      <td className={CELL}>
        <Link to={paths.coordinator.reviewListing(row.id)} data-row className="font-semibold break-words">
          {row.title}
        </Link>
        <span className="block text-muted">{row.organization}</span>
        <span className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
          {row.isEdit && <Tag tone="info">{t("coordinator:edit_tag")}</Tag>}
          {row.suggested && <Tag tone="warning">{t("coordinator:suggested_tag")}</Tag>}
        </span>
      </td>
      <td className={FACT}>{row.kind && isKind(row.kind) && t(`opportunity:kind.${row.kind}`)}</td>
      <td className={FACT}>
        <Tag tone={row.inForce ? "success" : "danger"} icon={row.inForce ? "shield-check" : "triangle-alert"}>
          {row.inForce ? t("coordinator:standing.in_force") : t(`coordinator:standing.${standingWord(row.standing)}`)}
        </Tag>
      </td>
      <td className={`${FACT} text-muted`}>{age}</td>
      <td className={`${FACT} text-muted`}>
        {row.closes && (
          <>
            <span className="md:hidden">{t("coordinator:column.closes")} </span>
            {row.closes}
          </>
        )}
      </td>
    </tr>
  );
}

/** An approval that is not in force has run out. */
const standingWord = (standing: Partnership["status"] | null) =>
  standing === null ? "none" : standing === "approved" ? "over" : standing;
