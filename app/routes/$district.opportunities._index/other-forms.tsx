import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { withoutAll } from "#app/ui/list/list-address.ts";

/** The same search for paper, calendars, spreadsheets and programs: below what most came for. */
export function OtherForms({ district, params }: { district: string; params: URLSearchParams }) {
  const t = useT();
  const locale = useLocale();
  const search = withoutAll(params, ["sort", "map"]);
  return (
    <section className="other-forms" aria-labelledby="other-forms">
      <h2 id="other-forms">{t("list:other_forms")}</h2>
      <p className="keep-up">
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
    </section>
  );
}
