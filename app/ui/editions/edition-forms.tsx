import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { LOCALES } from "#app/i18n/locales.ts";

/** The same edition in other forms. */
export function EditionForms({ district, number }: { district: string; number: number }) {
  const t = useT();
  const locale = useLocale();
  const file = (extension: string) => paths.editionFile(locale, district, number, extension);
  return (
    <section className="edition-forms" aria-labelledby="edition-as">
      <h2 id="edition-as">{t("editions:forms.title")}</h2>
      <ul className="link-list">
        {LOCALES.filter((other) => other !== locale).map((other) => (
          <li key={other}>
            <a href={paths.edition(other, district, number)} lang={other} hrefLang={other}>
              {t(`editions:forms.page.${other}`)}
            </a>
          </li>
        ))}
        <li>
          <a href={file("pdf")} type="application/pdf">
            {t("paper:link.print")}
          </a>
        </li>
        <li>
          <a href={`${file("pdf")}?size=large`} type="application/pdf">
            {t("paper:link.large")}
          </a>
        </li>
        <li>
          <a href={file("csv")} type="text/csv">
            {t("programs:csv")}
          </a>
        </li>
        <li>
          <a href={file("json")} type="application/json">
            {t("programs:json")}
          </a>
        </li>
        <li>
          <a href={file("txt")} type="text/plain">
            {t("paper:link.text")}
          </a>
        </li>
      </ul>
    </section>
  );
}
