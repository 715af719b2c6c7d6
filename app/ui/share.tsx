import { useT } from "#app/i18n/locale.tsx";
import { Icon } from "./icon.tsx";

/** Both buttons need a script and are shown by it; a browser's own menu does the same without. */
export function Share() {
  const t = useT();
  return (
    <div className="share-row">
      <button type="button" className="btn btn-secondary" data-copy={t("listing:share.copied")} hidden>
        <Icon name="link" />
        <span role="status">{t("listing:share.copy")}</span>
      </button>
      <button type="button" className="btn btn-secondary" data-print="" hidden>
        <Icon name="printer" />
        {t("listing:share.print")}
      </button>
    </div>
  );
}
