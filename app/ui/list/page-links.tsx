import { useT } from "#app/i18n/locale.tsx";
import { Icon } from "../icon.tsx";
import { pagesToLink } from "./list-address.ts";

interface PageLinksProps {
  page: number;
  pages: number;
  address: (page: number) => string;
  /** Where the list is exchanged in place, what the reader sees of it then. */
  swap?: "top";
}

export function PageLinks({ page, pages, address, swap }: PageLinksProps) {
  const t = useT();
  if (pages < 2) return null;
  return (
    <nav className="pages" aria-label={t("list:pages.label")}>
      {page > 1 && (
        <a href={address(page - 1)} rel="prev" data-swap={swap}>
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
          <a key={n} href={address(n)} aria-label={label} data-swap={swap}>
            {n}
          </a>
        );
      })}
      {page < pages && (
        <a href={address(page + 1)} rel="next" data-swap={swap}>
          {t("list:pages.next")}
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  );
}
