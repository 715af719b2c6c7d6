import type { District } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { listPages } from "#app/domain/listings/published.server.ts";
import { cardOf } from "#app/ui/list/card-of.ts";
import type { SavedItem } from "#app/ui/saved/saved-list.tsx";
import type { RequestContext } from "./load-context.ts";

/** Saved listings as they stand today: cards of those on the list, and what became of the others. */
export async function readSaved(
  { db, now, locale }: Pick<RequestContext, "db" | "now" | "locale">,
  district: District,
  slugs: readonly string[],
) {
  const pages = await listPages(db, district, slugs, now);
  const items = [...pages].map(([slug, page]): SavedItem => {
    if (page.state === "over") return { slug, title: page.title, why: page.why, card: null };
    const card = cardOf(page.listing, { locale, district: district.slug });
    return { slug, title: card.title, why: null, card };
  });
  return { items, today: localDate(now, district.timeZone), district: { slug: district.slug, name: district.name } };
}
