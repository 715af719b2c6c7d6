import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { withPage } from "#app/ui/list/list-address.ts";

export interface NotYetShown {
  grade: number;
  total: number;
  /** Markup of each, with what stands in the way. */
  cards: readonly string[];
}

/** After all that is open: what will be, with why it is not and when it is. Pages before the last only lead there. */
export function NotYetOpen({
  district,
  params,
  page,
  pages,
  notYet: { grade, total, cards },
}: {
  district: string;
  params: URLSearchParams;
  page: number;
  pages: number;
  notYet: NotYetShown;
}) {
  const t = useT();
  const locale = useLocale();
  const whose = grade === 0 ? t("list:filter.grade_k") : t("list:filter.grade_value", { grade });
  if (page < pages)
    return (
      <p className="not-yet-link">
        <a href={`${paths.list(locale, district, withPage(params, pages))}#not-yet`}>
          {t("list:not_yet.link", { count: total })}
        </a>
      </p>
    );
  return (
    <section className="not-yet" id="not-yet" aria-labelledby="not-yet-title">
      <h2 id="not-yet-title">{t("list:not_yet.title", { count: total, grade: whose })}</h2>
      <div className="cards" dangerouslySetInnerHTML={{ __html: cards.join("") }} />
    </section>
  );
}
