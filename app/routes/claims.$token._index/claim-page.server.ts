import { findOwnWords } from "#app/domain/districts/own-words.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import type { Claim } from "#app/domain/listings/claims.server.ts";
import { lastDayOf } from "#app/domain/listings/last-day.ts";
import { INVITATION } from "#app/domain/mail/link-purposes.ts";
import { contentOnly } from "#app/domain/opportunities/empty-content.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { readView } from "#app/http/listing-view.server.ts";
import { paths } from "#app/http/paths.ts";
import { sayDay } from "#app/i18n/format-dates.ts";
import { translator } from "#app/i18n/translator.ts";

/** What was entered, as readers would see it, by whom, and where the answers lead. */
export async function readClaimPage(
  context: Pick<RequestContext, "db" | "locale" | "now" | "keys">,
  { listing, opportunity, organization, district, invitation, enteredBy }: Claim,
) {
  const { locale, keys, now } = context;
  const { id, name, sector, about, website } = organization;
  const { contactName: _name, contactEmail: _email, contactPhone: _phone, ...content } = contentOnly(opportunity);
  const enteredOn = localDate(opportunity.enteredAt ?? now, district.timeZone);
  return {
    now,
    who: {
      name: enteredBy ?? translator(locale)("joining:claim.someone"),
      organization: organization.name,
      day: sayDay(enteredOn, locale),
    },
    isPublic: listing.state === "published",
    edit: paths.partner.edit(opportunity.id),
    /** Where a contact joins, and claims by it. */
    join: invitation && paths.invitation(locale, keys.sign(INVITATION, invitation.id)),
    words: await findOwnWords(context.db, district, locale),
    view: await readView(context, district, {
      ...listing,
      ...{
        content,
        organization: { id, name, sector, about, website },
        closesOn: lastDayOf(content),
        confirmedAt: null,
        publishedAt: null,
      },
      subClusters: listing.subClusters ?? content.subClusters,
    }),
  };
}
