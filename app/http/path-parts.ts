import { DEFAULT_LOCALE, type Locale } from "#app/i18n/locales.ts";

export const prefix = (locale: Locale) => (locale === DEFAULT_LOCALE ? "" : `/${locale}`);

export const query = (params?: URLSearchParams | string) => {
  const text = params?.toString() ?? "";
  return text && `?${text}`;
};
