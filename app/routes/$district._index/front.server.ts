import { listPathways, type District } from "#app/domain/districts/districts.server.ts";
import { daysBetween, localDate } from "#app/domain/districts/zone.ts";
import { readFollowing } from "#app/domain/editions/following.server.ts";
import { listCareerClusters } from "#app/domain/interests/reference.server.ts";
import { listPublishedCollections } from "#app/domain/listings/collections.server.ts";
import { listFeatured } from "#app/domain/listings/featuring.server.ts";
import { listPublished } from "#app/domain/listings/published.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { paths } from "#app/http/paths.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { nameIn } from "#app/i18n/name-in.ts";
import { mostFirst } from "#app/search/most-first.ts";
import { criteriaOf, readQuery } from "#app/search/query.ts";
import { GROUP_ICONS } from "#app/ui/cluster-group.ts";
import { cardOf } from "#app/ui/list/card-of.ts";
import type { FrontProps } from "./front.tsx";

const NEWEST = 6;
const CLOSING = 3;
const KINDS = 8;
const SOON_DAYS = 28;

/** In the other language rather than not at all. */
function welcomeOf({ welcome, welcomeEs }: District, locale: Locale): FrontProps["welcome"] {
  const [own, other] = locale === "es" ? [welcomeEs, welcome] : [welcome, welcomeEs];
  if (own) return { text: own };
  return other ? { text: other, lang: locale === "es" ? "en" : "es" } : null;
}

export async function readFront(
  { db, search, now, locale }: Pick<RequestContext, "db" | "search" | "now" | "locale">,
  district: District,
): Promise<FrontProps> {
  const ask = (address: string, pageSize: number) => {
    const query = readQuery(new URLSearchParams(address));
    return search.search(criteriaOf(query, { districtId: district.id, near: null, now, pageSize }));
  };
  const clusters = await listCareerClusters(db);
  const groups = Object.keys(GROUP_ICONS).map((group) => ({
    group,
    clusters: clusters.filter(({ groupCode }) => groupCode === group).map(({ code }) => code),
  }));
  // A listing may stand in two clusters of a group, so a group is counted by asking for it, not by adding up.
  const counted = groups.map(async (group) => {
    const address = new URLSearchParams(group.clusters.map((code) => ["cluster", code])).toString();
    return { ...group, total: address ? (await ask(address, 1)).total : 0 };
  });
  const [newest, closing, featured, collections, pathways, following, ...totals] = await Promise.all([
    ask("sort=newest", NEWEST),
    ask("sort=closing", CLOSING),
    listFeatured(db, district.id),
    listPublishedCollections(db, district.id),
    listPathways(db, district.id),
    readFollowing(db, district, now),
    ...counted,
  ]);
  const cards = async (hits: readonly { id: string }[]) => {
    const listings = await listPublished(
      db,
      district,
      hits.map(({ id }) => id),
      now,
    );
    return listings.map((listing) => cardOf(listing, { locale, district: district.slug }));
  };
  const today = localDate(now, district.timeZone);
  const isSoon = ({ closesOn }: { closesOn: string | null }) =>
    closesOn !== null && daysBetween(today, closesOn) <= SOON_DAYS;
  return {
    district: { slug: district.slug, name: district.name },
    ...{ today, following, welcome: welcomeOf(district, locale) },
    total: newest.total,
    groups: totals.filter(({ total }) => total > 0),
    // The whole list was asked for, so its counts are the list's.
    kinds: mostFirst(newest.facets.kind)
      .slice(0, KINDS)
      .map(([kind, count]) => ({ kind, count })),
    pathways: pathways
      .map((each) => ({ slug: each.slug, name: nameIn(locale, each), count: newest.facets.pathway[each.slug] ?? 0 }))
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, locale)),
    featured: await cards(featured),
    collections: collections.map(({ slug, name, nameEs }) => ({
      href: paths.collection(locale, district.slug, slug),
      name: (locale === "es" && nameEs) || name,
    })),
    closing: (await cards(closing.hits)).filter(isSoon),
    newest: await cards(newest.hits),
  };
}
