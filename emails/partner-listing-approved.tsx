import { paths } from "#app/http/paths.ts";
import { sayWholeDay } from "#app/i18n/format-dates.ts";
import type { DecidedListing } from "./facts/listings.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph, Quote } from "./parts.tsx";

export const listingApproved: Template<DecidedListing> = (listing, { t, locale, open }) => {
  const { title, organization, district, isEdit, note, publishOn, closesOn } = listing;
  return {
    subject: publishOn
      ? t("mail:letters.partner-listing-approved.subject_later", { title })
      : isEdit
        ? t("mail:letters.partner-listing-approved.subject_edit", { title })
        : t("mail:letters.partner-listing-approved.subject", { title }),
    preheader: t("mail:letters.partner-listing-approved.preheader", { district }),
    body: (
      <>
        <Paragraph>
          {publishOn
            ? t("mail:letters.partner-listing-approved.text_later", { district, day: sayWholeDay(publishOn, locale) })
            : t("mail:letters.partner-listing-approved.text", { district })}
          {closesOn && ` ${t("mail:letters.partner-listing-approved.until", { day: sayWholeDay(closesOn, locale) })}`}
        </Paragraph>
        {note && <Quote>{note}</Quote>}
      </>
    ),
    action: publishOn
      ? {
          label: t("mail:letters.partner-listing-approved.button_later"),
          href: open(paths.partner.opportunity(listing.opportunityId)),
        }
      : {
          label: t("mail:letters.partner-listing-approved.button"),
          href: open(paths.listing(locale, listing.districtSlug, listing.slug)),
        },
    why: t("mail:letters.why.member", { organization }),
  };
};
