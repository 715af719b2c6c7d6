import { paths } from "#app/http/paths.ts";
import { sayWholeDay } from "#app/i18n/format-dates.ts";
import type { EndingPartnership } from "./facts/partnerships.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

export const partnershipExpiring: Template<EndingPartnership> = (partnership, { t, locale, open }) => {
  const { organization, district } = partnership;
  const day = sayWholeDay(partnership.lastDay, locale);
  return {
    subject: t("mail:letters.partner-partnership-expiring.subject", { district, day }),
    preheader: t("mail:letters.partner-partnership-expiring.preheader"),
    body: (
      <>
        <Paragraph>{t("mail:letters.partner-partnership-expiring.text", { organization, district, day })}</Paragraph>
        <Paragraph>{t("mail:letters.partner-partnership-expiring.renew")}</Paragraph>
      </>
    ),
    action: { label: t("mail:letters.partner-partnership-expiring.button"), href: open(paths.partner.partnerships()) },
    why: t("mail:letters.why.member", { organization }),
  };
};
