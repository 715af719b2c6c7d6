import { Link } from "@remix-run/react";
import type { ListingState } from "#app/domain/listings/lifecycle.ts";
import type { Queue } from "#app/domain/listings/review-queue.ts";
import type { FindingKind } from "#app/domain/opportunities/finding-kinds.ts";
import { isKind } from "#app/domain/opportunities/kinds.ts";
import type { Partnership } from "#app/domain/organizations/standing.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { RowAge, RowStanding, RowTags } from "./row-facts.tsx";

export interface Row {
  id: string;
  version: number;
  title: string;
  summary: string | null;
  kind: string | null;
  state: ListingState;
  isEdit: boolean;
  isSeconded: boolean;
  /** Written down for its partner, who has not claimed it. */
  isEntered: boolean;
  nobodyToAsk: boolean;
  suggested: boolean;
  found: FindingKind[];
  organization: string;
  assignedTo: string | null;
  isMine: boolean;
  inReviewBy: string | null;
  standing: Partnership["status"] | null;
  inForce: boolean;
  waitedDays: number | null;
  confirmedDays: number | null;
  closes: string | null;
}

export interface Rows {
  rows: Row[];
  queue: Queue;
  /** The queue's query, so that a decision leads back to it. */
  back: string;
}

const TITLE = "px-4 py-2.5 align-top max-lg:block max-lg:p-0";
const CELL = "px-4 py-2.5 align-top max-lg:inline-block max-lg:p-0 max-lg:pe-4 max-lg:empty:hidden";
/** Short facts stay on one line, so that a page holds many rows. */
const FACT = `${CELL} xl:whitespace-nowrap`;

/** A table on a wide screen; on a narrower one a card a row, with its facts after each other below the title. */
export function QueueTable({ rows, queue, back }: Rows) {
  const t = useT();
  return (
    <table className="w-full border-separate border-spacing-0 overflow-hidden rounded-card border border-line bg-surface text-start max-lg:block max-lg:border-0 max-lg:bg-transparent">
      <caption className="sr-only">{t(`coordinator:queue.${queue}`)}</caption>
      <thead className="bg-sunken text-sm max-lg:sr-only">
        <tr>
          <th className="ps-4">
            <span className="sr-only">{t("queue:column.choose")}</span>
          </th>
          <th className="px-4 py-2">{t("coordinator:column.listing")}</th>
          <th className="px-4 py-2">{t("coordinator:column.kind")}</th>
          <th className="px-4 py-2">{t("coordinator:column.standing")}</th>
          <th className="px-4 py-2">{t("queue:column.whose")}</th>
          <th className="px-4 py-2">{t("coordinator:column.age")}</th>
          <th className="px-4 py-2">{t("coordinator:column.closes")}</th>
        </tr>
      </thead>
      <tbody className="max-lg:grid max-lg:gap-3">
        {rows.map((row) => (
          <QueueRow key={row.id} row={row} queue={queue} back={back} />
        ))}
      </tbody>
    </table>
  );
}

function QueueRow({ row, queue, back }: { row: Row; queue: Queue; back: string }) {
  const t = useT();
  return (
    <tr
      data-queue-row
      className="focus-within:bg-primary-soft hover:bg-primary-soft max-lg:relative max-lg:block max-lg:rounded-card max-lg:border max-lg:border-line max-lg:bg-surface max-lg:p-4 max-lg:ps-14 lg:[&>td]:border-t lg:[&>td]:border-line"
    >
      <td className="py-1 ps-2 align-top max-lg:absolute max-lg:start-2 max-lg:top-2.5">
        <ChooseBox row={row} />
      </td>
      <td className={TITLE}>
        <Link to={paths.coordinator.reviewListing(row.id, back)} data-row className="font-semibold break-words">
          {row.title}
        </Link>
        <span className="block text-muted">{row.organization}</span>
        <RowTags row={row} queue={queue} />
      </td>
      <td className={`${CELL} text-muted`}>{row.kind && isKind(row.kind) && t(`opportunity:kind.${row.kind}`)}</td>
      <td className={FACT}>
        <RowStanding row={row} />
      </td>
      <td className={`${FACT} text-muted`}>
        {row.assignedTo && (row.isMine ? t("queue:whose.mine") : row.assignedTo)}
      </td>
      <td className={`${FACT} text-muted`}>
        <RowAge row={row} queue={queue} />
      </td>
      <td className={`${FACT} text-muted`}>
        {row.closes && (
          <>
            <span className="lg:hidden">{t("coordinator:column.closes")} </span>
            {row.closes}
          </>
        )}
      </td>
    </tr>
  );
}

/** Sends the row as it was shown: one that changed since is refused. */
export function ChooseBox({ row: { id, version, title } }: { row: Row }) {
  const t = useT();
  return (
    <label className="flex size-11 cursor-pointer items-center justify-center">
      <input type="checkbox" name="listing" value={`${id}.${version}`} className="size-5 accent-primary" />
      <span className="sr-only">{t("queue:column.choose_one", { title })}</span>
    </label>
  );
}
