import { redirect } from "@remix-run/node";
import { listPathways, listSchools, type District } from "#app/domain/districts/districts.server.ts";
import { findOwnWords } from "#app/domain/districts/own-words.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { readFollowing } from "#app/domain/editions/following.server.ts";
import { listCareerClusters } from "#app/domain/interests/reference.server.ts";
import { listPublished, type PublishedListing } from "#app/domain/listings/published.server.ts";
import { listPartnerNames } from "#app/domain/organizations/public-partners.server.ts";
import { cardHtml } from "#app/http/card-html.server.tsx";
import type { RequestContext } from "#app/http/load-context.ts";
import { paths } from "#app/http/paths.ts";
import { translator } from "#app/i18n/translator.ts";
import { askedOf } from "#app/search/asked-of.server.ts";
import { PAGE_SIZE } from "#app/search/criteria.ts";
import { readQuery, writeQuery } from "#app/search/query.ts";
import { sayNotYet } from "#app/ui/learner/match-words.tsx";
import { cardOf } from "#app/ui/list/card-of.ts";
import { drawFilters } from "./draw-filters.server.tsx";
import { chosenChips, filterGroups, organizationsShown } from "./filter-groups.ts";
import type { ListPageProps } from "./list-page.tsx";
import { findNotYet, inTheWay } from "./not-yet.server.ts";
import { widenings } from "./widening.ts";

/** One page of the list as its address asks for it; a page past the end leads to the last one. */
export async function readList(
  { db, search, now, locale }: Pick<RequestContext, "db" | "search" | "now" | "locale">,
  district: District,
  asked: URLSearchParams,
): Promise<ListPageProps> {
  const query = readQuery(asked);
  const params = writeQuery(query);
  const { criteria, place, radius } = await askedOf(db, district, query, { now });
  const [answer, later, clusters, pathways, schools, words] = await Promise.all([
    search.search(criteria),
    findNotYet(search, criteria),
    listCareerClusters(db, district.clusterWording),
    listPathways(db, district.id, { retiredToo: true }),
    listSchools(db, district.id),
    findOwnWords(db, district, locale),
  ]);
  const pages = Math.ceil(answer.total / PAGE_SIZE);
  if (pages > 0 && query.page > pages)
    throw redirect(paths.list(locale, district.slug, writeQuery({ ...query, page: pages })));
  const isLastPage = query.page >= pages;
  const hits = [...answer.hits, ...(isLastPage && later ? later.hits : [])];
  const ids = hits.map(({ id }) => id);
  const [listings, organizations, following] = await Promise.all([
    listPublished(db, district, ids, now),
    listPartnerNames(db, district, now, organizationsShown(answer.facets, params)),
    readFollowing(db, district, now),
  ]);
  const miles = new Map(hits.map(({ id, distanceMiles }) => [id, distanceMiles]));
  const t = translator(locale, words);
  const today = localDate(now, district.timeZone);
  const draw = (listing: PublishedListing, note?: string) => {
    const distanceMiles = miles.get(listing.id) ?? null;
    const code = paths.listingCode(locale, district.slug, listing.slug);
    const card = { ...cardOf(listing, { locale, district: district.slug, distanceMiles }), code };
    return cardHtml(card, { locale, today, words, ...(note !== undefined && { note }) });
  };
  const isLater = new Set(later?.hits.map(({ id }) => id));
  const names = { clusters, pathways, organizations };
  return {
    ...{ params, pages, following },
    district: { slug: district.slug, name: district.name },
    words: query.words,
    where: query.where,
    place: place?.label ?? null,
    unknownPlace: query.where !== "" && place === null,
    within: place && String(radius),
    sort: criteria.sort,
    page: query.page,
    total: answer.total,
    degraded: answer.degraded,
    groups: drawFilters(filterGroups(t, locale, { facets: answer.facets, chosen: params, names, schools }), {
      locale,
      words,
    }),
    schools: schools.map(({ name, latitude, longitude }) => ({ name, latitude, longitude })),
    map: query.map ? { cells: answer.cells, around: place } : null,
    chips: chosenChips(t, locale, params, names),
    cards: listings.filter(({ id }) => !isLater.has(id)).map((listing) => draw(listing)),
    notYet: later?.total
      ? {
          ...{ grade: later.grade, total: later.total },
          cards: listings.flatMap((listing) => {
            const limit = isLater.has(listing.id) ? inTheWay(listing, later.grade, today) : null;
            return limit ? draw(listing, sayNotYet(limit, t, locale)) : [];
          }),
        }
      : null,
    widenings: answer.total === 0 ? await widenings(search, criteria, params) : [],
  };
}
