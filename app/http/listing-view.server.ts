import type { RequestContext } from "./load-context.ts";
import { isOffered, listPathways, listSchools, type District } from "#app/domain/districts/districts.server.ts";
import { findStage } from "#app/domain/districts/own-words.server.ts";
import { listBreaks } from "#app/domain/districts/school-breaks.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { describePicture } from "#app/domain/files/pictures.server.ts";
import { listCareerClusters } from "#app/domain/interests/reference.server.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import { whoMayGo } from "#app/domain/opportunities/who-may-go.ts";
import { nextShiftDates } from "#app/domain/opportunities/shift-dates.server.ts";
import { isPartner } from "#app/domain/organizations/public-partners.server.ts";
import { nameIn } from "#app/i18n/name-in.ts";
import type { ViewedListing } from "#app/ui/listing-view.tsx";
import { namesOf } from "#app/publishing/names-of.ts";
import { paths } from "./paths.ts";

type Reading = Pick<RequestContext, "db" | "now" | "locale">;

/** What stands on a district's list, or will. */
export type Placed = Omit<PublishedListing, "id" | "slug" | "publishedOn" | "confirmedOn" | "revisedAt" | "version">;

/** What the page says beyond the listing itself: names of its clusters, pathways and schools, and the map's points. */
export async function readView(
  { db, locale, now }: Reading,
  district: District,
  listing: Placed,
): Promise<ViewedListing> {
  const [schools, pathways, clusters, schoolBreaks, picture, hasPage, stage] = await Promise.all([
    listSchools(db, district.id, { retiredToo: true }),
    listPathways(db, district.id, { retiredToo: true }),
    listCareerClusters(db, district.clusterWording),
    listBreaks(db, district.id),
    describePicture(db, listing.content),
    isPartner(db, district, listing.organization.id, now),
    findStage(db, district, listing.content.kind),
  ]);
  const around = { today: localDate(now, district.timeZone), schoolBreaks, sector: listing.organization.sector };
  const names = namesOf({ pathways, clusters, schools, labels: district.labels }, listing);
  const { content, organization, onlyGrades, onlyGroups, noteToReaders, closesOn, confirmedAt, subClusters } = listing;
  const href = hasPage ? paths.publicPartner(locale, district.slug, organization.id) : undefined;
  return {
    ...{ picture, stage, onlyGrades, onlyGroups, noteToReaders, closesOn, confirmedAt },
    labels: names.labels.map((label) => nameIn(locale, label)),
    organization: { ...organization, href },
    importedAt: confirmedAt ? null : listing.publishedAt,
    content: { ...content, subClusters },
    openTo: whoMayGo(content, around),
    district: { name: district.name, timeZone: district.timeZone, contactEmail: district.contactEmail },
    clusters: names.clusters.map((cluster) => ({ code: cluster.code, name: nameIn(locale, cluster) })),
    pathways: names.pathways.map((pathway) => nameIn(locale, pathway)),
    schools: names.schools,
    nextDates: nextShiftDates(content, around.today),
    nearbySchools: schools.filter(isOffered).map(({ name, latitude, longitude }) => ({ name, latitude, longitude })),
  };
}
