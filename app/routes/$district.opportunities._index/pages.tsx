import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { pagesToLink, withPage } from "#app/ui/list/list-address.ts";

export function Pages({
  district,
  params,
  page,
  pages,
}: {
  district: string;
  params: URLSearchParams;
  page: number;
  pages: number;
}) {
  const t = useT();
  const locale = useLocale();
  if (pages < 2) return null;
  const address = (n: number) => paths.list(locale, district, withPage(params, n));
  return (
    <nav className="pages" aria-label={t("list:pages.label")}>
      {page > 1 && (
        <a href={address(page - 1)} rel="prev" data-swap="top">
          <Icon name="chevron-left" />
          {t("list:pages.previous")}
        </a>
      )}
      {pagesToLink(page, pages).map((n, index) => {
        if (n === null) return <span key={`gap ${index}`}>…</span>;
        const label = t("list:pages.page", { page: n });
        return n === page ? (
          <span key={n} aria-current="page">
            <span className="visually-hidden">{label}</span>
            <span aria-hidden="true">{n}</span>
          </span>
        ) : (
          <a key={n} href={address(n)} aria-label={label} data-swap="top">
            {n}
          </a>
        );
      })}
      {page < pages && (
        <a href={address(page + 1)} rel="next" data-swap="top">
          {t("list:pages.next")}
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  );
}
