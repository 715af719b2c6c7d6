import { Link } from "@remix-run/react";
import { useT } from "#app/i18n/locale.tsx";

/** Which page of a long list this is, and the ones beside it. */
export function PageLinks({ page, pages, to }: { page: number; pages: number; to: (page: number) => string }) {
  const t = useT();
  if (pages <= 1) return null;
  return (
    <nav aria-label={t("people:pages.label")} className="mt-5 flex items-center gap-5">
      {page > 1 && (
        <Link rel="prev" to={to(page - 1)}>
          {t("people:pages.previous")}
        </Link>
      )}
      <span className="text-muted">{t("people:pages.of", { page, pages })}</span>
      {page < pages && (
        <Link rel="next" to={to(page + 1)}>
          {t("people:pages.next")}
        </Link>
      )}
    </nav>
  );
}
