import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { EmptyState } from "../empty-state.tsx";

/** For who asks for an edition that was never published. */
export function NoEdition({ district }: { district: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <div className="wrap listing-page">
      <EmptyState title={t("editions:missing.title")}>
        <p>{t("editions:missing.about")}</p>
        <p className="flex flex-wrap justify-center gap-3">
          <a href={paths.editions(locale, district)} className="btn btn-primary">
            {t("editions:all.title")}
          </a>
          <a href={paths.list(locale, district)} className="btn btn-secondary">
            {t("editions:to_list")}
          </a>
        </p>
      </EmptyState>
    </div>
  );
}
