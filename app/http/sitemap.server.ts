import { listPathways, type District } from "#app/domain/districts/districts.server.ts";
import { listPublishedEditions } from "#app/domain/editions/read-edition.server.ts";
import { listCareerClusters } from "#app/domain/interests/reference.server.ts";
import { listPublishedCollections } from "#app/domain/listings/collections.server.ts";
import { lastChangeOf } from "#app/domain/listings/last-change.ts";
import { listWhole } from "#app/domain/listings/published.server.ts";
import { lastSeenChanges } from "#app/domain/listings/seen-changes.server.ts";
import { listPartnerNames } from "#app/domain/organizations/public-partners.server.ts";
import type { SitePage } from "#app/publishing/sitemap.ts";
import { clusterOf } from "#app/domain/interests/cluster-of.ts";
import type { RequestContext } from "./load-context.ts";
import { paths } from "./paths.ts";

/** The public pages of a district, by what is on its list now. Searches and what asks for answers are none. */
export async function readSitePages(
  { db, now }: Pick<RequestContext, "db" | "now">,
  district: District,
): Promise<{ listings: SitePage[]; others: SitePage[] }> {
  const { id, slug, clusterWording } = district;
  const listings = await listWhole(db, district, now);
  const ids = listings.map((listing) => listing.id);
  const [changes, pathways, clusters, partners, collections, editions] = await Promise.all([
    lastSeenChanges(db, ids),
    listPathways(db, id),
    listCareerClusters(db, clusterWording),
    listPartnerNames(db, district, now),
    listPublishedCollections(db, id),
    listPublishedEditions(db, id),
  ]);
  const filled = new Set(listings.flatMap(({ subClusters }) => subClusters.map(clusterOf)));
  const page = (at: SitePage["at"], changedAt: Date | null = null): SitePage => ({ at, changedAt });
  const listingPages = listings.map((listing) => {
    const seen = changes.get(listing.id)?.getTime() ?? 0;
    const changedAt = new Date(Math.max(seen, lastChangeOf(listing).getTime()));
    return page((locale) => paths.listing(locale, slug, listing.slug), changedAt);
  });
  const others = [
    ...[paths.district, paths.list, paths.pathways, paths.publicPartners].map((of) =>
      page((locale) => of(locale, slug)),
    ),
    ...[paths.howItWorks, paths.forParents, paths.accessibility].map((of) => page((locale) => of(locale, slug))),
    ...pathways.map((each) => page((locale) => paths.pathway(locale, slug, each.slug))),
    ...clusters
      .filter(({ code }) => filled.has(code))
      .map(({ code }) => page((locale) => paths.cluster(locale, slug, code))),
    ...partners.map((each) => page((locale) => paths.publicPartner(locale, slug, each.id))),
    page((locale) => paths.editions(locale, slug), editions[0]?.publishedAt),
    ...editions.map((each) => page((locale) => paths.edition(locale, slug, each.number), each.publishedAt)),
    ...collections.map((each) => page((locale) => paths.collection(locale, slug, each.slug))),
  ];
  return { listings: listingPages, others };
}

export const sitemapResponse = (text: string, headers: Record<string, string>) =>
  new Response(text, { headers: { ...headers, "Content-Type": "application/xml; charset=utf-8" } });
