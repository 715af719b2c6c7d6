import { paths } from "#app/http/paths.ts";
import { sayWholeDay } from "#app/i18n/format-dates.ts";
import type { EndingPartnership } from "./facts/partnerships.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

export const partnershipLapsed: Template<EndingPartnership> = (partnership, { t, locale, open }) => {
  const { organization, district } = partnership;
  const day = sayWholeDay(partnership.lastDay, locale);
  return {
    subject: t("mail:letters.partner-partnership-lapsed.subject", { district }),
    preheader: t("mail:letters.partner-partnership-lapsed.preheader"),
    body: (
      <>
        <Paragraph>{t("mail:letters.partner-partnership-lapsed.text", { organization, district, day })}</Paragraph>
        <Paragraph>{t("mail:letters.partner-partnership-lapsed.renew")}</Paragraph>
      </>
    ),
    action: { label: t("mail:letters.partner-partnership-lapsed.button"), href: open(paths.partner.partnerships()) },
    why: t("mail:letters.why.member", { organization }),
  };
};
