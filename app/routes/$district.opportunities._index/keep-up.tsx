import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { withoutAll } from "#app/ui/list/list-address.ts";

/** How to hear of what is new in this search without coming back. */
export function KeepUp({ district, params }: { district: string; params: URLSearchParams }) {
  const t = useT();
  const locale = useLocale();
  const search = withoutAll(params, ["sort"]);
  return (
    <p className="keep-up">
      <a href={paths.saveSearch(locale, district, search)} rel="nofollow">
        <Icon name="mail" />
        {t("saved:link")}
      </a>
      <a href={paths.feed(locale, district, search)} type="application/rss+xml">
        {t("saved:feed")}
      </a>
    </p>
  );
}
