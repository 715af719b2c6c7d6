import { LRUCache } from "lru-cache";
import { renderToStaticMarkup } from "react-dom/server";
import { NO_WORDS, type OwnWords } from "#app/domain/districts/own-words.ts";
import { LocaleProvider } from "#app/i18n/locale.tsx";
import type { Locale } from "#app/i18n/locales.ts";
import { ListingCard, type CardListing } from "#app/ui/listing-card.tsx";

const MOST_CARDS = 5_000;
const cards = new LRUCache<string, string>({ max: MOST_CARDS });

/**
 * A card's markup for pages that are not hydrated. Most cards of a page stood on others before, and drawing them is most
 * of a page's work: each is drawn once for all it shows, its language, its
 * district's words and the day it counts from.
 */
export function cardHtml(
  listing: CardListing,
  { locale, today, words = NO_WORDS }: { locale: Locale; today: string; words?: OwnWords },
): string {
  const shown = `${locale} ${today} ${JSON.stringify([listing, words])}`;
  let html = cards.get(shown);
  if (html === undefined) {
    html = renderToStaticMarkup(
      <LocaleProvider locale={locale} words={words}>
        <ListingCard listing={listing} today={today} />
      </LocaleProvider>,
    );
    cards.set(shown, html);
  }
  return html;
}
