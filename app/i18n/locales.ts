export const LOCALES = ["en", "es"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "en";

const known = new Set<string>(LOCALES);
export const isLocale = (text: string): text is Locale => known.has(text);

/** For dates and numbers: the language as it is written in the United States. */
export const languageTag = (locale: string) => (locale.includes("-") ? locale : `${locale}-US`);

/** Which way a language is written. */
export const directionOf = (locale: string): "ltr" | "rtl" => (/^(ar|fa|he|ur)\b/.test(locale) ? "rtl" : "ltr");

/** A language nobody speaks: pages can be asked in it, and no one is offered it. */
export const addUnspoken = (locale: string) => known.add(locale) && (locale as Locale);
