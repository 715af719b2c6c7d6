import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { SHOWN } from "#app/search/query.ts";
import { Icon } from "#app/ui/icon.tsx";
import { WeeklyLink } from "#app/ui/saved/weekly-link.tsx";
import { withOne, withoutAll } from "#app/ui/list/list-address.ts";

/** To see this search on a map, and how to hear of what is new in it without coming back. */
export function KeepUp({
  district,
  params,
  total,
}: {
  district: string;
  params: URLSearchParams;
  /** How many listings a map would show. */
  total: number;
}) {
  const t = useT();
  const locale = useLocale();
  const search = withoutAll(params, ["sort", "map"]);
  const isShown = params.has("map");
  return (
    <p className="keep-up">
      {(isShown || total > 0) && (
        <a
          href={paths.list(locale, district, withOne(params, "map", isShown ? null : SHOWN))}
          data-swap=""
          id="map-link"
        >
          <Icon name="map-pin" />
          {t(isShown ? "list:map.hide" : "list:map.show")}
        </a>
      )}
      {search.toString() === "" ? (
        <WeeklyLink district={district} />
      ) : (
        <a href={paths.saveSearch(locale, district, search)} rel="nofollow">
          <Icon name="mail" />
          {t("saved:link")}
        </a>
      )}
    </p>
  );
}
