import type { RequestContext } from "#app/http/load-context.ts";
import { listSchools } from "#app/domain/districts/districts.server.ts";
import { describePicture } from "#app/domain/files/pictures.server.ts";
import { listCareerClusters } from "#app/domain/interests/reference.server.ts";
import type { Asking } from "#app/domain/listings/asked-listings.server.ts";
import { paths } from "#app/http/paths.ts";
import { sayDay } from "#app/i18n/format-dates.ts";
import { clusterOf } from "#app/ui/listing-words.ts";

/** The listing as its readers see it, and nothing they do not. */
export async function readAsked(
  { db, locale, now }: Pick<RequestContext, "db" | "locale" | "now">,
  { district, listing, opportunityId }: Pick<Asking, "district" | "opportunityId"> & { listing: Readable },
) {
  const { content, organization, subClusters, confirmedAt, confirmedOn, publishedAt } = listing;
  const [schools, clusters, picture] = await Promise.all([
    listSchools(db, district.id),
    listCareerClusters(db),
    describePicture(db, content),
  ]);
  const own = new Set(subClusters.map(clusterOf));
  return {
    now,
    who: { organization: organization.name, district: district.name },
    checkedOn: confirmedOn && sayDay(confirmedOn, locale),
    edit: paths.partner.edit(opportunityId),
    view: {
      content: { ...content, subClusters },
      picture,
      organization,
      district: { name: district.name, timeZone: district.timeZone, contactEmail: district.contactEmail },
      clusters: clusters
        .filter(({ code }) => own.has(code))
        .map(({ code, name, nameEs }) => ({ code, name: locale === "es" ? nameEs : name })),
      pathways: [],
      schools: schools.filter(({ id }) => listing.schoolIds.includes(id)).map(({ name }) => name),
      labels: listing.labels,
      noteToReaders: listing.noteToReaders,
      closesOn: listing.closesOn,
      confirmedAt,
      importedAt: confirmedAt ? null : publishedAt,
      nearbySchools: schools.map(({ name, latitude, longitude }) => ({ name, latitude, longitude })),
    },
  };
}

type Readable = NonNullable<Asking["listing"]>;
