import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Icon } from "./icon.tsx";
import type { ReaderContent } from "./listing-view.tsx";
import { listInWords, wordOf } from "./listing-words.ts";

/** Who can get in and be understood there. */
export function ListingAccess({
  content: { access, languages },
}: {
  content: Pick<ReaderContent, "access" | "languages">;
}) {
  const t = useT();
  const locale = useLocale();
  const spoken = languages.map((code) => wordOf(t, "spoken", code));
  return (
    <section className="listing-section">
      <h2>{t("listing:section.access")}</h2>
      {access.length > 0 ? (
        <ul className="ways">
          {access.map((code) => (
            <li key={code}>
              <Icon name={code === "wheelchair" ? "accessibility" : "check"} />
              {wordOf(t, "access", code)}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t("listing:no_access")}</p>
      )}
      {spoken.length > 0 && <p>{t("listing:spoken", { languages: listInWords(locale, spoken) })}</p>}
    </section>
  );
}
