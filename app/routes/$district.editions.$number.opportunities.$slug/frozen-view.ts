import { nameIn, type PublishedList } from "#app/domain/editions/published-list.ts";
import type { ShownPicture } from "#app/domain/files/picture.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { ViewedListing } from "#app/ui/listing-view.tsx";
import { clusterOf } from "#app/ui/listing-words.ts";

/** A listing's page of what its edition holds; a map and days to come are the living list's. */
export function frozenView(
  { district, clusters, pathways, schools, labels }: PublishedList,
  { content, organization, subClusters, ...listing }: PublishedListing,
  { locale, picture }: { locale: Locale; picture: ShownPicture | null },
): ViewedListing {
  const own = new Set(subClusters.map(clusterOf));
  const { onlyGrades, onlyGroups, noteToReaders, closesOn, confirmedAt, publishedAt } = listing;
  return {
    ...{ picture, onlyGrades, onlyGroups, noteToReaders, closesOn, confirmedAt, district },
    content: { ...content, subClusters, latitude: null, longitude: null },
    organization,
    importedAt: confirmedAt ? null : publishedAt,
    labels: listing.labels.map((name) =>
      nameIn(locale, labels.find((each) => each.name === name) ?? { name, nameEs: null }),
    ),
    clusters: clusters
      .filter(({ code }) => own.has(code))
      .map((cluster) => ({ code: cluster.code, name: nameIn(locale, cluster) })),
    pathways: pathways.filter(({ id }) => listing.pathwayIds.includes(id)).map((pathway) => nameIn(locale, pathway)),
    schools: schools.filter(({ id }) => listing.schoolIds.includes(id)).map(({ name }) => name),
    nearbySchools: [],
  };
}
