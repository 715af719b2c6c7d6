import { paths } from "#app/http/paths.ts";
import type { ToldListing } from "./facts/listings.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

export const listingUnconfirmed: Template<ToldListing> = ({ id, title, organization, district }, { t, open }) => ({
  subject: t("freshness:left.subject", { title }),
  preheader: t("freshness:left.preheader", { organization }),
  body: <Paragraph>{t("freshness:left.text", { organization, district })}</Paragraph>,
  action: { label: t("freshness:left.button"), href: open(paths.coordinator.reviewListing(id)) },
  why: t("mail:letters.why.coordinator", { district }),
});
