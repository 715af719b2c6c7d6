import { LRUCache } from "lru-cache";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { NO_WORDS, type OwnWords } from "#app/domain/districts/own-words.ts";
import { LocaleProvider } from "#app/i18n/locale.tsx";
import type { Locale } from "#app/i18n/locales.ts";

const MOST_KEPT = 8_000;
const kept = new LRUCache<string, string>({ max: MOST_KEPT });

export interface Speaking {
  locale: Locale;
  words?: OwnWords;
}

/**
 * Markup for pages that are not hydrated. Most parts of a page stood on others before, and drawing them is most of a page's
 * work: each is drawn once for all it shows, its language and its district's words.
 */
export function drawnOnce(
  part: string,
  shown: unknown,
  { locale, words = NO_WORDS }: Speaking,
  draw: () => ReactNode,
): string {
  const key = `${part} ${locale} ${JSON.stringify([shown, words])}`;
  let html = kept.get(key);
  if (html === undefined) {
    html = renderToStaticMarkup(
      <LocaleProvider locale={locale} words={words}>
        {draw()}
      </LocaleProvider>,
    );
    kept.set(key, html);
  }
  return html;
}
