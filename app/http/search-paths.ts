import { DEFAULT_LOCALE, type Locale } from "#app/i18n/locales.ts";
import type { Typing } from "#app/search/typing.ts";

const prefix = (locale: Locale) => (locale === DEFAULT_LOCALE ? "" : `/${locale}`);
const query = (params?: URLSearchParams | string) => {
  const text = params?.toString() ?? "";
  return text && `?${text}`;
};

/** What surrounds a search of a district's list. */
export const searchPaths = {
  /** The list, or a search of it, as a feed. */
  feed: (locale: Locale, district: string, params?: URLSearchParams | string) =>
    `${prefix(locale)}/${district}/opportunities.rss${query(params)}`,
  /** Where a search is saved. */
  saveSearch: (locale: Locale, district: string, params?: URLSearchParams | string) =>
    `${prefix(locale)}/${district}/searches${query(params)}`,
  /** Where an address says that it wants what was saved for it. */
  confirmSearch: (locale: Locale, token: string) => `${prefix(locale)}/searches/${token}`,
  stopSearch: (locale: Locale, token: string) => `${prefix(locale)}/unsubscribe/search/${token}`,
  /** What a reader who is still typing into a box may mean. */
  suggestions: (locale: Locale, district: string, box: Typing["box"]) =>
    `${prefix(locale)}/${district}/suggestions?box=${box}`,
};
