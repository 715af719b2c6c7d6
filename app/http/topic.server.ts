import type { District } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { leadingThemes } from "#app/domain/interests/leading-themes.ts";
import type { NamedSubCluster } from "#app/domain/interests/reference.server.ts";
import { listPublished } from "#app/domain/listings/published.server.ts";
import { listPartnerNames } from "#app/domain/organizations/public-partners.server.ts";
import { nameIn } from "#app/i18n/name-in.ts";
import { mostFirst } from "#app/search/most-first.ts";
import { criteriaOf, readQuery } from "#app/search/query.ts";
import { cardOf } from "#app/ui/list/card-of.ts";
import type { TopicProps } from "#app/ui/topic/topic-page.tsx";
import type { RequestContext } from "./load-context.ts";
import { paths } from "./paths.ts";

const SHOWN = 6;
const MOST_ORGANIZATIONS = 12;

/** What a pathway or a field holds today: its first listings, their kinds, who offers them and which interests lead there. */
export async function readTopic(
  { db, search, now, locale }: Pick<RequestContext, "db" | "search" | "now" | "locale">,
  district: District,
  { query, subClusters }: { query: URLSearchParams; subClusters: readonly NamedSubCluster[] },
): Promise<TopicProps["topic"]> {
  const criteria = criteriaOf(readQuery(query), { districtId: district.id, near: null, now, pageSize: SHOWN });
  const { hits, total, facets } = await search.search({ ...criteria, sort: "newest" });
  const ids = hits.map(({ id }) => id);
  const [listings, partners] = await Promise.all([
    listPublished(db, district, ids, now),
    listPartnerNames(db, district, now, Object.keys(facets.organization)),
  ]);
  const offers = ({ id }: { id: string }) => facets.organization[id] ?? 0;
  return {
    district: { slug: district.slug, name: district.name },
    today: localDate(now, district.timeZone),
    total,
    listHref: paths.list(locale, district.slug, query),
    cards: listings.map((listing) => cardOf(listing, { locale, district: district.slug })),
    kinds: mostFirst(facets.kind).map(([kind, count]) => {
      const href = paths.list(locale, district.slug, new URLSearchParams([...query, ["kind", kind]]));
      return { kind, count, href };
    }),
    organizations: partners
      .sort((a, b) => offers(b) - offers(a) || a.name.localeCompare(b.name))
      .slice(0, MOST_ORGANIZATIONS)
      .map(({ id, name, sector }) => ({ name, sector, href: paths.publicPartner(locale, district.slug, id) })),
    subClusters: subClusters.map((each) => nameIn(locale, each)),
    themes: leadingThemes(subClusters),
  };
}
