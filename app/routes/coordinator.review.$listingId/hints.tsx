import { Link } from "@remix-run/react";
import type { ListingState } from "#app/domain/listings/lifecycle.ts";
import type { Hint } from "#app/domain/listings/review-hints.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** What to look at before deciding. Nothing here decides. */
export function Hints({
  hints,
  alike,
}: {
  hints: Hint[];
  alike: { id: string; title: string; state: ListingState }[];
}) {
  const t = useT();
  if (hints.length === 0 && alike.length === 0) return null;
  return (
    <Notice tone="warning" title={t("coordinator:hints.title")}>
      <ul className="mt-1 list-disc ps-5">
        {hints.map(({ hint, ...figures }) => (
          <li key={hint}>{t(`coordinator:hints.${hint}`, figures)}</li>
        ))}
        {alike.map(({ id, title, state }) => (
          <li key={id}>
            {t("coordinator:hints.alike")} <Link to={paths.coordinator.reviewListing(id)}>{title}</Link> (
            {t(`opportunity:state.${state}`)})
          </li>
        ))}
      </ul>
    </Notice>
  );
}
