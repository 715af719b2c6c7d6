import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { SHOWN } from "#app/search/query.ts";
import { Icon } from "#app/ui/icon.tsx";
import { withOne, withoutAll } from "#app/ui/list/list-address.ts";

/** To see this search on a map, and how to hear of what is new in it without coming back. */
export function KeepUp({ district, params }: { district: string; params: URLSearchParams }) {
  const t = useT();
  const locale = useLocale();
  const search = withoutAll(params, ["sort", "map"]);
  const isShown = params.has("map");
  return (
    <p className="keep-up">
      <a href={paths.list(locale, district, withOne(params, "map", isShown ? null : SHOWN))} data-swap="" id="map-link">
        <Icon name="map-pin" />
        {t(isShown ? "list:map.hide" : "list:map.show")}
      </a>
      <a href={paths.saveSearch(locale, district, search)} rel="nofollow">
        <Icon name="mail" />
        {t("saved:link")}
      </a>
      <a href={paths.feed(locale, district, "rss", search)} type="application/rss+xml">
        {t("saved:feed")}
      </a>
      <a href={paths.listTable(locale, district, withoutAll(params, ["map"]))} type="text/csv" rel="nofollow">
        {t("programs:csv")}
      </a>
      <a href={paths.listCalendar(locale, district, search)} type="text/calendar" rel="nofollow">
        <Icon name="calendar-plus" />
        {t("site:calendar.search")}
      </a>
      <a href={paths.booklet(locale, district, search.toString())} type="application/pdf" rel="nofollow">
        <Icon name="printer" />
        {t("paper:link.print")}
      </a>
      <a href={paths.booklet(locale, district, search.toString(), "large")} type="application/pdf" rel="nofollow">
        {t("paper:link.large")}
      </a>
      <a href={paths.plainList(locale, district)} type="text/plain">
        {t("paper:link.text")}
      </a>
    </p>
  );
}
