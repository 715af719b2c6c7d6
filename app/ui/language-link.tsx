import { useLocation } from "@remix-run/react";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { DEFAULT_LOCALE, LOCALES } from "#app/i18n/locales.ts";
import { Icon } from "./icon.tsx";

/** The same page in the other language. The server took this page's language off its address before it came here. */
export function LanguageLink() {
  const t = useT();
  const locale = useLocale();
  const { pathname, search } = useLocation();
  const other = LOCALES.find((candidate) => candidate !== locale) ?? DEFAULT_LOCALE;
  const prefix = other === DEFAULT_LOCALE ? "" : `/${other}`;
  return (
    <a href={`${prefix}${pathname}${search}`} lang={other} hrefLang={other} className="language-link" data-language="">
      <Icon name="languages" />
      {t(`language.${other}`)}
    </a>
  );
}
