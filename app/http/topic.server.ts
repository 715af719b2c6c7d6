import type { District } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { leadingThemes } from "#app/domain/interests/leading-themes.ts";
import { listSubClusters, type NamedSubCluster } from "#app/domain/interests/reference.server.ts";
import { listPublished } from "#app/domain/listings/published.server.ts";
import { listPartners } from "#app/domain/organizations/public-partners.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { criteriaOf, readQuery } from "#app/search/query.ts";
import { cardOf } from "#app/ui/list/card-of.ts";
import type { TopicProps } from "#app/ui/topic/topic-page.tsx";
import type { RequestContext } from "./load-context.ts";
import { paths } from "./paths.ts";

const SHOWN = 6;
/** Whose organizations are named; of a longer list these are some of them. */
const READ = 100;
const MOST_ORGANIZATIONS = 12;

export const nameIn = (locale: Locale, { name, nameEs }: { name: string; nameEs: string }) =>
  locale === "es" ? nameEs : name;

/** What a pathway or a field holds today: its first listings, their kinds, who offers them and which interests lead there. */
export async function readTopic(
  { db, search, now, locale }: Pick<RequestContext, "db" | "search" | "now" | "locale">,
  district: District,
  { query, subClusters }: { query: URLSearchParams; subClusters: readonly NamedSubCluster[] },
): Promise<TopicProps["topic"]> {
  const criteria = criteriaOf(readQuery(query), { districtId: district.id, near: null, now, pageSize: READ });
  const [{ hits, total, facets }, partners] = await Promise.all([
    search.search({ ...criteria, sort: "newest" }),
    listPartners(db, district, now),
  ]);
  const ids = hits.map(({ id }) => id);
  const listings = await listPublished(db, district, ids, now);
  const offers = new Map<string, number>();
  for (const { organization } of listings) offers.set(organization.id, (offers.get(organization.id) ?? 0) + 1);
  return {
    district: { slug: district.slug, name: district.name },
    today: localDate(now, district.timeZone),
    total,
    listHref: paths.list(locale, district.slug, query),
    cards: listings.slice(0, SHOWN).map((listing) => cardOf(listing, { locale, district: district.slug })),
    kinds: Object.entries(facets.kind)
      .filter(([, count]) => count > 0)
      .sort(([a, more], [b, less]) => less - more || a.localeCompare(b))
      .map(([kind, count]) => {
        const href = paths.list(locale, district.slug, new URLSearchParams([...query, ["kind", kind]]));
        return { kind, count, href };
      }),
    organizations: partners
      .filter(({ id }) => offers.has(id))
      .sort((a, b) => (offers.get(b.id) ?? 0) - (offers.get(a.id) ?? 0))
      .slice(0, MOST_ORGANIZATIONS)
      .map(({ id, name, sector }) => ({ name, sector, href: paths.publicPartner(locale, district.slug, id) })),
    subClusters: subClusters.map((each) => nameIn(locale, each)),
    themes: leadingThemes(subClusters),
  };
}

/** Those with these codes, in the framework's order. */
export async function subClustersOf(db: RequestContext["db"], isOne: (each: NamedSubCluster) => boolean) {
  return (await listSubClusters(db)).filter(isOne);
}
