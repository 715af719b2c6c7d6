import { paths } from "#app/http/paths.ts";
import type { ToldPartnership } from "./facts/partnerships.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

export const partnershipRequested: Template<ToldPartnership> = ({ id, organization, district }, { t, open }) => ({
  subject: t("mail:letters.coordinator-partnership-requested.subject", { organization }),
  preheader: t("mail:letters.coordinator-partnership-requested.preheader"),
  body: <Paragraph>{t("mail:letters.coordinator-partnership-requested.text", { organization, district })}</Paragraph>,
  action: {
    label: t("mail:letters.coordinator-partnership-requested.button"),
    href: open(paths.coordinator.partnership(id)),
  },
  why: t("mail:letters.why.coordinator", { district }),
});
