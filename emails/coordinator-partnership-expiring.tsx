import { paths } from "#app/http/paths.ts";
import { sayWholeDay } from "#app/i18n/format-dates.ts";
import type { EndingPartnership } from "./facts/partnerships.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

export const partnershipEnding: Template<EndingPartnership> = (partnership, { t, locale, open }) => {
  const { id, organization, district } = partnership;
  const day = sayWholeDay(partnership.lastDay, locale);
  return {
    subject: t("mail:letters.coordinator-partnership-expiring.subject", { organization, day }),
    preheader: t("mail:letters.coordinator-partnership-expiring.preheader"),
    body: <Paragraph>{t("mail:letters.coordinator-partnership-expiring.text", { organization, day })}</Paragraph>,
    action: {
      label: t("mail:letters.coordinator-partnership-expiring.button"),
      href: open(paths.coordinator.partnership(id)),
    },
    why: t("mail:letters.why.coordinator", { district }),
  };
};
