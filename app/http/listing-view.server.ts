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
import type { Locale } from "#app/i18n/locales.ts";
import type { ViewedListing } from "#app/ui/listing-view.tsx";
import { clusterOf } from "#app/ui/listing-words.ts";
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
  const own = new Set(listing.subClusters.map(clusterOf));
  const { content, organization, onlyGrades, onlyGroups, noteToReaders, closesOn, confirmedAt, subClusters } = listing;
  const href = hasPage ? paths.publicPartner(locale, district.slug, organization.id) : undefined;
  return {
    ...{ picture, stage, onlyGrades, onlyGroups, noteToReaders, closesOn, confirmedAt },
    labels: labelsIn(locale, listing.labels, district),
    organization: { ...organization, href },
    importedAt: confirmedAt ? null : listing.publishedAt,
    content: { ...content, subClusters },
    openTo: whoMayGo(content, around),
    district: { name: district.name, timeZone: district.timeZone, contactEmail: district.contactEmail },
    clusters: clusters.filter(({ code }) => own.has(code)).map((it) => ({ code: it.code, name: nameIn(locale, it) })),
    pathways: pathways.filter(({ id }) => listing.pathwayIds.includes(id)).map((it) => nameIn(locale, it)),
    schools: schools.filter(({ id }) => listing.schoolIds.includes(id)).map(({ name }) => name),
    nextDates: nextShiftDates(content, around.today),
    nearbySchools: schools.filter(isOffered).map(({ name, latitude, longitude }) => ({ name, latitude, longitude })),
  };
}

/** Labels the district has a Spanish word for are said in it. */
const labelsIn = (locale: Locale, labels: readonly string[], district: District) =>
  labels.map((label) => {
    const nameEs = locale === "es" ? district.labels.find(({ name }) => name === label)?.nameEs : null;
    return nameEs ?? label;
  });

const nameIn = (locale: Locale, { name, nameEs }: { name: string; nameEs: string }) =>
  locale === "es" ? nameEs : name;
