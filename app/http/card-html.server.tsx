import { LRUCache } from "lru-cache";
import { renderToStaticMarkup } from "react-dom/server";
import { LocaleProvider } from "#app/i18n/locale.tsx";
import type { Locale } from "#app/i18n/locales.ts";
import { ListingCard, type CardListing } from "#app/ui/listing-card.tsx";

const MOST_CARDS = 5_000;
const cards = new LRUCache<string, string>({ max: MOST_CARDS });

/**
 * A card's markup for pages that are not hydrated. Most cards of a page stood on others before, and drawing them is most
 * of a page's work: each is drawn once for all it shows, its language and the day it counts from.
 */
export function cardHtml(listing: CardListing, { locale, today }: { locale: Locale; today: string }): string {
  const shown = `${locale} ${today} ${JSON.stringify(listing)}`;
  let html = cards.get(shown);
  if (html === undefined) {
    html = renderToStaticMarkup(
      <LocaleProvider locale={locale}>
        <ListingCard listing={listing} today={today} />
      </LocaleProvider>,
    );
    cards.set(shown, html);
  }
  return html;
}
