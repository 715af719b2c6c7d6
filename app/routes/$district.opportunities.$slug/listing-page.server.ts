import type { District } from "#app/domain/districts/districts.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { listPublished, listSimilar, type PublishedListing } from "#app/domain/listings/published.server.ts";
import { wordingOf } from "#app/domain/opportunities/wording.ts";
import { paths } from "#app/http/paths.ts";
import { translator } from "#app/i18n/translator.ts";
import { listingData } from "#app/publishing/structured-data/listing-data.ts";
import { breadcrumbs } from "#app/publishing/structured-data/page-data.ts";
import { criteriaOf, readQuery } from "#app/search/query.ts";
import { cardOf } from "#app/ui/list/card-of.ts";
import type { CardListing } from "#app/ui/listing-card.tsx";

type Reading = Pick<RequestContext, "db" | "search" | "now" | "locale">;
const SIMILAR = 3;

export async function readSimilar(
  { db, now, locale }: Reading,
  district: District,
  to: PublishedListing,
): Promise<CardListing[]> {
  const similar = await listSimilar(db, district, to, { now, limit: SIMILAR });
  return similar.map((listing) => cardOf(listing, { locale, district: district.slug }));
}

/** For what is over: listings its title finds, else the newest. */
export async function readAlternatives(
  { db, search, now, locale }: Reading,
  district: District,
  title: string,
): Promise<CardListing[]> {
  const ask = (address: string) => {
    const query = readQuery(new URLSearchParams(address));
    return search.search(criteriaOf(query, { districtId: district.id, near: null, now, pageSize: SIMILAR }));
  };
  const found = await ask(new URLSearchParams({ q: title }).toString());
  const { hits } = found.hits.length > 0 ? found : await ask("sort=newest");
  const listings = await listPublished(
    db,
    district,
    hits.map(({ id }) => id),
    now,
  );
  return listings.map((listing) => cardOf(listing, { locale, district: district.slug }));
}

/** What search engines read of it, and of the way to it. */
export function structuredData(
  { locale, origin }: Pick<RequestContext, "locale" | "origin">,
  { slug, name, timeZone }: District,
  listing: PublishedListing,
  partnerHref: string | null,
) {
  const t = translator(locale);
  const path = paths.listing(locale, slug, listing.slug);
  const partnerUrl = partnerHref && origin + partnerHref;
  return [
    listingData(listing, { t, locale, timeZone, url: origin + path, partnerUrl }),
    breadcrumbs(origin, [
      { name, path: paths.district(locale, slug) },
      { name: t("nav.list"), path: paths.list(locale, slug) },
      { name: wordingOf(listing.content, locale).title.text, path },
    ]),
  ];
}
