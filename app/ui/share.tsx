import { useT } from "#app/i18n/locale.tsx";
import { Icon } from "./icon.tsx";

/**
 * Copying and printing need a script and are shown by it; a browser's own menu does the same without. `title`: a mail
 * with it can be begun; its address is filled in by the script, and is the page's own otherwise.
 */
export function Share({ title }: { title?: string }) {
  const t = useT();
  return (
    <div className="share-row">
      {title && (
        <a href={`mailto:?subject=${encodeURIComponent(title)}`} className="btn btn-secondary" data-mail="">
          <Icon name="mail" />
          {t("site:share.mail")}
        </a>
      )}
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
