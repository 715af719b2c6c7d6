import type { Queue } from "#app/domain/listings/review-queue.ts";
import type { Partnership } from "#app/domain/organizations/standing.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Row } from "./queue-table.tsx";

export function RowTags({ row, queue }: { row: Row; queue: Queue }) {
  const t = useT();
  return (
    <span className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
      {row.inReviewBy && (
        <Tag tone="warning" icon="eye">
          {t("queue:hold.by", { who: row.inReviewBy })}
        </Tag>
      )}
      {row.isEntered && (
        <Tag tone="info" icon="pencil">
          {t("queue:entry.tag")}
        </Tag>
      )}
      {queue === "unconfirmed" && row.nobodyToAsk && <Tag tone="warning">{t("queue:entry.nobody_to_ask")}</Tag>}
      {row.isSeconded && <Tag tone="info">{t("queue:seconded.tag")}</Tag>}
      {row.isEdit && <Tag tone="info">{t("coordinator:edit_tag")}</Tag>}
      {row.found
        .filter((kind) => kind !== "reminders")
        .map((kind) => (
          <Tag key={kind} tone="warning">
            {t(`queue:found.${kind}`)}
          </Tag>
        ))}
      {row.suggested && <Tag tone="warning">{t("coordinator:suggested_tag")}</Tag>}
    </span>
  );
}

export function RowStanding({ row }: { row: Row }) {
  const t = useT();
  return (
    <Tag tone={row.inForce ? "success" : "danger"} icon={row.inForce ? "shield-check" : "triangle-alert"}>
      {row.inForce ? t("coordinator:standing.in_force") : t(`coordinator:standing.${standingWord(row.standing)}`)}
    </Tag>
  );
}

export function RowAge({ row, queue }: { row: Row; queue: Queue }) {
  const t = useT();
  if (queue === "unconfirmed" && row.confirmedDays !== null)
    return t("coordinator:confirmed", { count: row.confirmedDays });
  return row.waitedDays === null ? null : t("coordinator:sent", { count: row.waitedDays });
}

/** An approval that is not in force has run out. */
const standingWord = (standing: Partnership["status"] | null) =>
  standing === null ? "none" : standing === "approved" ? "over" : standing;
