import { paths } from "#app/http/paths.ts";
import type { ReportedListing } from "./facts/reports.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

export const listingReported: Template<ReportedListing> = (listing, { t, open }) => {
  const { id, title, organization, district, reports, isHidden } = listing;
  return {
    subject: t("mail:letters.coordinator-listing-reported.subject", { title }),
    preheader: t("mail:letters.coordinator-listing-reported.preheader", { organization }),
    body: (
      <>
        <Paragraph>{t("mail:letters.coordinator-listing-reported.text", { count: reports, organization })}</Paragraph>
        {isHidden && <Paragraph>{t("mail:letters.coordinator-listing-reported.hidden")}</Paragraph>}
      </>
    ),
    action: {
      label: t("mail:letters.coordinator-listing-reported.button"),
      href: open(paths.coordinator.reported(id)),
    },
    why: t("mail:letters.why.coordinator", { district }),
  };
};
