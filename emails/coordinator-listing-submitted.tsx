import { paths } from "#app/http/paths.ts";
import type { SentListing } from "./facts/listings.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

export const listingSubmitted: Template<SentListing> = (listing, { t, open }) => {
  const { title, organization, district, isEdit } = listing;
  return {
    subject: isEdit
      ? t("mail:letters.coordinator-listing-submitted.subject_edit", { title })
      : t("mail:letters.coordinator-listing-submitted.subject", { title }),
    preheader: t("mail:letters.coordinator-listing-submitted.preheader", { organization }),
    body: (
      <Paragraph>
        {isEdit
          ? t("mail:letters.coordinator-listing-submitted.text_edit", { organization, district })
          : t("mail:letters.coordinator-listing-submitted.text", { organization, district })}
      </Paragraph>
    ),
    action: {
      label: t("mail:letters.coordinator-listing-submitted.button"),
      href: open(paths.coordinator.reviewListing(listing.id)),
    },
    why: t("mail:letters.why.coordinator", { district }),
  };
};
