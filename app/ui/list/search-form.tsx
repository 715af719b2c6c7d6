import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Icon } from "../icon.tsx";

export const SEARCH_FORM = "search";

/**
 * "What?" and "Where?"; the filters beside the list belong to this form by its id. `data-suggest` is where the page's
 * script asks what a reader who is still typing may mean.
 */
export function SearchForm({
  district,
  words,
  where,
  unknownPlace = false,
  sort,
  map,
  area,
}: {
  district: string;
  words: string;
  where: string;
  unknownPlace?: boolean;
  sort?: string | undefined;
  map?: string | undefined;
  area?: string | undefined;
}) {
  const t = useT();
  const locale = useLocale();
  const action = paths.list(locale, district);
  return (
    <form id={SEARCH_FORM} role="search" aria-label={t("list:search.label")} action={action} className="search">
      <div className="search-part">
        <label htmlFor="q">{t("list:search.what")}</label>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={words}
          maxLength={200}
          placeholder={t("list:search.what_example")}
          autoComplete="off"
          enterKeyHint="search"
          data-suggest={paths.suggestions(locale, district, "what")}
          data-suggestions={t("list:suggest.label_what")}
          className="control"
        />
      </div>
      <div className="search-part">
        <label htmlFor="where">{t("list:search.where")}</label>
        <input
          id="where"
          name="where"
          defaultValue={where}
          maxLength={100}
          placeholder={t("list:search.where_help")}
          autoComplete="postal-code"
          enterKeyHint="search"
          data-suggest={paths.suggestions(locale, district, "where")}
          data-suggestions={t("list:suggest.label_where")}
          aria-invalid={unknownPlace || undefined}
          aria-describedby={unknownPlace ? "where-error" : undefined}
          className="control"
        />
      </div>
      {sort && <input type="hidden" name="sort" value={sort} />}
      {area && <input type="hidden" name="area" value={area} />}
      {map && <input type="hidden" name="map" value={map} />}
      <button id="search-button" className="btn btn-primary">
        <Icon name="search" />
        <span className="search-word">{t("list:search.button")}</span>
      </button>
      {unknownPlace && (
        <p id="where-error" className="field-error search-error">
          <Icon name="circle-alert" />
          <span>{t("list:search.unknown_place", { place: where })}</span>
        </p>
      )}
    </form>
  );
}
