import { paths } from "#app/http/paths.ts";
import { sayWholeDay } from "#app/i18n/format-dates.ts";
import type { LeavingListing } from "./facts/listings.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

export const listingExpiring: Template<LeavingListing> = (listing, { t, locale, open }) => {
  const { title, organization, district } = listing;
  const day = sayWholeDay(listing.lastDay, locale);
  return {
    subject: t("mail:letters.partner-listing-expiring.subject", { title, day }),
    preheader: t("mail:letters.partner-listing-expiring.preheader", { district }),
    body: <Paragraph>{t("mail:letters.partner-listing-expiring.last_day", { district, day })}</Paragraph>,
    action: {
      label: t("mail:letters.partner-listing-expiring.button"),
      href: open(paths.partner.opportunity(listing.opportunityId)),
    },
    why: t("mail:letters.why.member", { organization }),
  };
};
