import { DEFAULT_LOCALE, type Locale } from "#app/i18n/locales.ts";

export const prefix = (locale: Locale) => (locale === DEFAULT_LOCALE ? "" : `/${locale}`);

export const query = (params?: URLSearchParams | string) => {
  const text = params?.toString() ?? "";
  return text && `?${text}`;
};

/** Page one has no number. */
export function inPage(page: number, asked = new URLSearchParams()): URLSearchParams {
  if (page > 1) asked.set("page", String(page));
  return asked;
}
