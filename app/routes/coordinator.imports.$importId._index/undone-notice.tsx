import { Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { ImportPage } from "./route.tsx";

const COUNTS = ["removed", "closed", "returned", "organizations", "left"] as const;

/** Who undid the import and when, what that came to, and which listings stayed. */
export function UndoneNotice({ undone }: { undone: NonNullable<ImportPage["undone"]> }) {
  const t = useT();
  const more = undone.left - undone.leftListings.length;
  return (
    <Notice tone="info" title={t("exchange:undone.title", { when: undone.when, who: undone.who })}>
      <ul className="mt-1 list-disc ps-5">
        {COUNTS.filter((count) => undone[count] > 0).map((count) => (
          <li key={count}>{t(`exchange:undone.${count}`, { count: undone[count] })}</li>
        ))}
      </ul>
      {undone.leftListings.length > 0 && (
        <ul aria-label={t("exchange:undo.which_left")} className="mt-1 list-disc ps-10">
          {undone.leftListings.map(({ id, title }) => (
            <li key={id}>
              <Link to={paths.coordinator.reviewListing(id)}>{title}</Link>
            </li>
          ))}
          {more > 0 && <li>{t("exchange:undone.more", { count: more })}</li>}
        </ul>
      )}
    </Notice>
  );
}
