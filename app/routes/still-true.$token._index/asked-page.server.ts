import type { RequestContext } from "#app/http/load-context.ts";
import { findOwnWords } from "#app/domain/districts/own-words.server.ts";
import type { Asking } from "#app/domain/listings/asked-listings.server.ts";
import { readView } from "#app/http/listing-view.server.ts";
import { paths } from "#app/http/paths.ts";
import { sayDay } from "#app/i18n/format-dates.ts";

/** The listing as its readers see it, and nothing they do not. */
export async function readAsked(
  context: Pick<RequestContext, "db" | "locale" | "now">,
  { district, listing, opportunityId }: Pick<Asking, "district" | "opportunityId"> & { listing: Readable },
) {
  return {
    now: context.now,
    who: { organization: listing.organization.name, district: district.name },
    checkedOn: listing.confirmedOn && sayDay(listing.confirmedOn, context.locale),
    edit: paths.partner.edit(opportunityId),
    words: await findOwnWords(context.db, district, context.locale),
    view: await readView(context, district, listing),
  };
}

type Readable = NonNullable<Asking["listing"]>;
