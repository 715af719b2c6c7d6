import type { Locale } from "./locales.ts";

/** What a district named in both languages, or in English alone. */
export const nameIn = (locale: Locale, { name, nameEs }: { name: string; nameEs: string | null }) =>
  (locale === "es" && nameEs) || name;
