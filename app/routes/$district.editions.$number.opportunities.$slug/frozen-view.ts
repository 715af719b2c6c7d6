import type { PublishedList } from "#app/domain/editions/published-list.ts";
import type { ShownPicture } from "#app/domain/files/picture.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { nameIn } from "#app/i18n/name-in.ts";
import { namesOf } from "#app/publishing/names-of.ts";
import type { ViewedListing } from "#app/ui/listing-view.tsx";

/** A listing's page of what its edition holds; a map and days to come are the living list's. */
export function frozenView(
  list: PublishedList,
  listing: PublishedListing,
  { locale, picture }: { locale: Locale; picture: ShownPicture | null },
): ViewedListing {
  const { content, organization, subClusters, closesOn, confirmedAt, publishedAt } = listing;
  const { onlyGrades, onlyGroups, noteToReaders } = listing;
  const { clusters, pathways, schools, labels } = namesOf(list, listing);
  return {
    ...{ picture, onlyGrades, onlyGroups, noteToReaders, closesOn, confirmedAt, district: list.district },
    content: { ...content, subClusters, latitude: null, longitude: null },
    organization,
    importedAt: confirmedAt ? null : publishedAt,
    labels: labels.map((label) => nameIn(locale, label)),
    clusters: clusters.map((cluster) => ({ code: cluster.code, name: nameIn(locale, cluster) })),
    pathways: pathways.map((pathway) => nameIn(locale, pathway)),
    schools,
    nearbySchools: [],
  };
}
