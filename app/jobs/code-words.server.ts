import "#app/i18n/catalogs.server.ts";
import type { CodeWords } from "#app/domain/listings/search-document.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.ts";

/** The catalogs' words for a code, in every language of the site; a code without words has none. */
export const codeWords: CodeWords = (group, code) =>
  LOCALES.flatMap((locale) => {
    const say = translator(locale) as (key: string, options: { defaultValue: string }) => string;
    return say(`opportunity:${group}.${code}`, { defaultValue: "" }) || [];
  });
