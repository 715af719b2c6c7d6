import { paths } from "#app/http/paths.ts";
import type { HiddenListing } from "./facts/reports.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

export const listingHidden: Template<HiddenListing> = (listing, { t, open }) => {
  const { title, organization, district, opportunityId } = listing;
  return {
    subject: t("mail:letters.partner-listing-hidden.subject", { title }),
    preheader: t("mail:letters.partner-listing-hidden.preheader"),
    body: (
      <>
        <Paragraph>{t("mail:letters.partner-listing-hidden.text", { district })}</Paragraph>
        <Paragraph>{t("mail:letters.partner-listing-hidden.next")}</Paragraph>
      </>
    ),
    action: {
      label: t("mail:letters.partner-listing-hidden.button"),
      href: open(paths.partner.opportunity(opportunityId)),
    },
    why: t("mail:letters.why.member", { organization }),
  };
};
