import { paths } from "#app/http/paths.ts";
import type { ExpiredListing } from "./facts/listings.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

export const listingExpired: Template<ExpiredListing> = (listing, { t, open }) => {
  const { title, organization, district, why } = listing;
  return {
    subject: t("mail:letters.partner-listing-expired.subject", { title }),
    preheader: t("mail:letters.partner-listing-expired.preheader"),
    body: (
      <>
        <Paragraph>{t(`mail:letters.partner-listing-expired.${why}`, { district })}</Paragraph>
        <Paragraph>{t("mail:letters.partner-listing-expired.again")}</Paragraph>
      </>
    ),
    action: {
      label: t("mail:letters.partner-listing-expired.button"),
      href: open(paths.partner.opportunity(listing.opportunityId)),
    },
    why: t("mail:letters.why.member", { organization }),
  };
};
