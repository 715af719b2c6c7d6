import { paths } from "#app/http/paths.ts";
import type { DecidedListing } from "./facts/listings.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph, Quote } from "./parts.tsx";

export const listingChangesRequested: Template<DecidedListing> = (listing, { t, open }) => {
  const { title, organization, district, isEdit, note } = listing;
  return {
    subject: t("mail:letters.partner-listing-changes-requested.subject", { title }),
    preheader: t("mail:letters.partner-listing-changes-requested.preheader", { district }),
    body: (
      <>
        <Paragraph>
          {isEdit
            ? t("mail:letters.partner-listing-changes-requested.text_edit", { district })
            : t("mail:letters.partner-listing-changes-requested.text", { district })}
        </Paragraph>
        {note && <Quote>{note}</Quote>}
      </>
    ),
    action: {
      label: t("mail:letters.partner-listing-changes-requested.button"),
      href: open(paths.partner.opportunity(listing.opportunityId)),
    },
    why: t("mail:letters.why.member", { organization }),
  };
};
