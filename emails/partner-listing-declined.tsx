import { paths } from "#app/http/paths.ts";
import type { DecidedListing } from "./facts/listings.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph, Quote } from "./parts.tsx";

export const listingDeclined: Template<DecidedListing> = (listing, { t, open }) => {
  const { title, organization, district, isEdit, reasonCode, note } = listing;
  return {
    subject: isEdit
      ? t("mail:letters.partner-listing-declined.subject_edit", { title })
      : t("mail:letters.partner-listing-declined.subject", { title }),
    preheader: t("mail:letters.partner-listing-declined.preheader", { district }),
    body: (
      <>
        <Paragraph>
          {isEdit
            ? t("mail:letters.partner-listing-declined.text_edit", { district })
            : t("mail:letters.partner-listing-declined.text", { district })}
        </Paragraph>
        {reasonCode && (
          <Paragraph>
            {t("mail:letters.partner-listing-declined.reason", { reason: t(`opportunity:reason.${reasonCode}`) })}
          </Paragraph>
        )}
        {note && <Quote>{note}</Quote>}
      </>
    ),
    action: {
      label: t("mail:letters.partner-listing-declined.button"),
      href: open(paths.partner.opportunity(listing.opportunityId)),
    },
    why: t("mail:letters.why.member", { organization }),
  };
};
