import type { CareerCluster } from "#app/domain/interests/reference.server.ts";
import type { District, Pathway, School } from "#app/domain/districts/districts.server.ts";
import type { ShownPicture } from "#app/domain/files/picture.ts";
import { lastDayOf } from "#app/domain/listings/last-day.ts";
import type { ReviewDetail } from "#app/domain/listings/review-detail.server.ts";
import type { Circumstances } from "#app/domain/opportunities/check-work.ts";
import { whoMayGo } from "#app/domain/opportunities/who-may-go.ts";
import { nextShiftDates } from "#app/domain/opportunities/shift-dates.server.ts";
import type { ReviewOutlet } from "#app/ui/review/review-outlet.ts";
import type { ViewedListing } from "#app/ui/listing-view.tsx";

interface Around {
  district: District;
  picture: ShownPicture | null;
  placing: ReviewOutlet["placing"];
  pathways: readonly Pathway[];
  schools: readonly School[];
  clusters: readonly CareerCluster[];
  around: Circumstances;
  named: (each: { name: string; nameEs: string }) => string;
}

/** The page a reader gets of the text a coordinator judges, placed as the form starts; an approval confirms the text. */
export function readersView(
  { listing, organization, content, awaiting, today }: ReviewDetail,
  { district, picture, placing, pathways, schools, clusters, named, around }: Around,
): ViewedListing {
  const { contactName: _name, contactEmail: _email, contactPhone: _phone, ...readable } = content;
  const { subClusters, pathwayIds, schoolIds, labels } = placing;
  const isOf = (cluster: string) => subClusters.some((code) => code.slice(0, 4) === cluster.slice(0, 4));
  return {
    content: { ...readable, subClusters },
    picture,
    organization: {
      name: organization.name,
      sector: organization.sector,
      about: organization.about,
      website: organization.website,
    },
    district: { name: district.name, timeZone: district.timeZone, contactEmail: district.contactEmail },
    clusters: clusters.filter(({ code }) => isOf(code)).map((each) => ({ code: each.code, name: named(each) })),
    pathways: pathways.filter(({ id }) => pathwayIds.includes(id)).map(named),
    schools: schools.filter(({ id }) => schoolIds.includes(id)).map(({ name }) => name),
    labels,
    openTo: whoMayGo(content, around),
    noteToReaders: listing.noteToReaders,
    onlyGrades: listing.onlyGrades,
    onlyGroups: listing.onlyGroups,
    closesOn: awaiting ? lastDayOf(content) : listing.closesOn,
    confirmedAt: awaiting ? listing.submittedAt : listing.confirmedAt,
    importedAt: awaiting || listing.confirmedAt ? null : listing.publishedAt,
    nextDates: nextShiftDates(content, today),
    nearbySchools: schools.map(({ name, latitude, longitude }) => ({ name, latitude, longitude })),
  };
}
