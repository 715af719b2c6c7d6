import type { District } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { listPages, listSimilar, type PublishedListing } from "#app/domain/listings/published.server.ts";
import { wordingOf } from "#app/domain/opportunities/wording.ts";
import { listingsAsked, MOST_COMPARED } from "#app/http/compared.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import type { Locale } from "#app/i18n/locales.ts";

const OFFERED_MORE = 6;

/** What an address names, in its order; the titles of what is over; and, while there is room, others like the first. */
export async function readCompared(
  { db, now, locale }: Pick<RequestContext, "db" | "now" | "locale">,
  district: District,
  asked: URLSearchParams,
) {
  const slugs = listingsAsked(asked, MOST_COMPARED + 1);
  const pages = await listPages(db, district, slugs.slice(0, MOST_COMPARED), now);
  const standing = [...pages.values()].flatMap((page) => (page.state === "published" ? [page.listing] : []));
  const [first] = standing;
  const limit = OFFERED_MORE + MOST_COMPARED;
  const like = first && standing.length < MOST_COMPARED ? await listSimilar(db, district, first, { now, limit }) : [];
  return {
    district: district.slug,
    today: localDate(now, district.timeZone),
    listings: standing.map((listing) => compared(listing, locale)),
    over: [...pages.values()].flatMap((page) => (page.state === "over" ? [page.title] : [])),
    leftOut: slugs.length > MOST_COMPARED,
    more: like
      .filter(({ slug }) => !slugs.includes(slug))
      .slice(0, OFFERED_MORE)
      .map(({ slug, content, organization }) => ({
        slug,
        title: wordingOf(content, locale).title,
        organization: organization.name,
      })),
  };
}

function compared(listing: PublishedListing, locale: Locale) {
  const { slug, content, organization, closesOn, confirmedOn, onlyGrades } = listing;
  const { title, requirements } = wordingOf(content, locale);
  return { slug, content, title, requirements, organization: organization.name, closesOn, confirmedOn, onlyGrades };
}

export type Compared = ReturnType<typeof compared>;
