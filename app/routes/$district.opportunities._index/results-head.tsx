import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { SORTS, type Sort } from "#app/search/criteria.ts";
import { Icon } from "#app/ui/icon.tsx";
import { withOne, without } from "#app/ui/list/list-address.ts";
import type { Chip } from "./filter-groups.ts";

/** How many, in what order, and what is chosen. */
export function ResultsHead({
  district,
  params,
  total,
  page,
  pages,
  sort,
  sorts = SORTS,
  chips,
  place,
}: {
  district: string;
  params: URLSearchParams;
  total: number;
  page: number;
  pages: number;
  sort: Sort;
  sorts?: readonly Sort[];
  chips: readonly Chip[];
  place: string | null;
}) {
  const t = useT();
  const locale = useLocale();
  const address = (next: URLSearchParams) => paths.list(locale, district, next);
  return (
    <>
      <div className="results-head">
        <h2 id="count" tabIndex={-1}>
          {t("list:results", { count: total })}
          {place && <> {t("list:search.near", { place })}</>}
          {pages > 1 && <span className="results-page">, {t("list:results_page", { page, pages })}</span>}
        </h2>
        {total > 1 && (
          <nav className="sort" aria-label={t("list:sort.label")}>
            <span className="sort-label">{t("list:sort.label")}</span>
            {sorts.map((choice) =>
              choice === sort ? (
                <span key={choice} aria-current="true">
                  {t(`list:sort.${choice}`)}
                </span>
              ) : (
                <a key={choice} href={address(withOne(params, "sort", choice))} data-swap="">
                  {t(`list:sort.${choice}`)}
                </a>
              ),
            )}
          </nav>
        )}
      </div>
      {chips.length > 0 && (
        <ul className="chips" aria-label={t("list:chips")}>
          {chips.map((chip) => (
            <li key={`${chip.name} ${chip.value}`}>
              <a href={address(without(params, chip))} className="chip" data-swap="">
                <span className="visually-hidden">{t("list:filter.remove")}</span>
                {chip.label}
                <Icon name="x" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
