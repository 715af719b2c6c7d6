import { localDate } from "#app/domain/districts/zone.ts";
import type { RegionOfDistricts } from "#app/domain/districts/regions.server.ts";
import { listCareerClusters } from "#app/domain/interests/reference.server.ts";
import { listPublished } from "#app/domain/listings/published.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { paths } from "#app/http/paths.ts";
import { nameIn } from "#app/i18n/name-in.ts";
import { PAGE_SIZE } from "#app/search/criteria.ts";
import { findInRegion } from "#app/search/region-search.server.ts";
import type { RegionQuery } from "#app/search/region-query.ts";
import { cardOf } from "#app/ui/list/card-of.ts";

/** One page of a region's list: each opportunity once, with every district it is open to. */
export async function readRegion(
  { db, now, locale }: Pick<RequestContext, "db" | "now" | "locale">,
  { districts }: RegionOfDistricts,
  query: RegionQuery,
) {
  const districtIds = districts.map(({ id }) => id);
  const [{ total, found }, clusters] = await Promise.all([
    findInRegion(db, districtIds, query, { now, pageSize: PAGE_SIZE }),
    listCareerClusters(db),
  ]);
  const ids = found.flatMap(({ listingIds }) => listingIds);
  // The index may name a listing, never show one.
  const read = await Promise.all(
    districts.map(async (district) =>
      (await listPublished(db, district, ids, now)).map((listing) => [listing.id, { district, listing }] as const),
    ),
  );
  const shown = new Map(read.flat());
  const entries = found.flatMap(({ listingIds }) => {
    const open = listingIds.flatMap((id) => shown.get(id) ?? []);
    const [first] = open;
    if (!first) return [];
    const { save: _, ...card } = cardOf(first.listing, { locale, district: first.district.slug });
    const today = localDate(now, first.district.timeZone);
    const openTo = open
      .map(({ district, listing }) => ({
        name: district.name,
        href: paths.listing(locale, district.slug, listing.slug),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, locale));
    return [{ card, today, openTo }];
  });
  return {
    ...{ total, entries, pages: Math.ceil(total / PAGE_SIZE) },
    clusters: clusters
      .map((each) => ({ value: each.code, label: nameIn(locale, each) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, locale)),
  };
}
