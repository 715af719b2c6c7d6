import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { EmptyState } from "../empty-state.tsx";

/** For who asks for an edition that was never published, or for a listing that `edition` does not have. */
export function NoEdition({ district, edition = null }: { district: string; edition?: number | null }) {
  const t = useT();
  const locale = useLocale();
  return (
    <div className="wrap listing-page">
      <EmptyState title={t(edition === null ? "editions:missing.title" : "editions:missing.entry")}>
        <p>{edition === null ? t("editions:missing.about") : t("editions:missing.entry_about", { number: edition })}</p>
        <p className="flex flex-wrap justify-center gap-3">
          {edition === null ? (
            <a href={paths.editions(locale, district)} className="btn btn-primary">
              {t("editions:all.title")}
            </a>
          ) : (
            <a href={paths.edition(locale, district, edition)} className="btn btn-primary">
              {t("editions:number", { number: edition })}
            </a>
          )}
          <a href={paths.list(locale, district)} className="btn btn-secondary">
            {t("editions:to_list")}
          </a>
        </p>
      </EmptyState>
    </div>
  );
}
