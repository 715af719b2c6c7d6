import { paths } from "#app/http/paths.ts";
import { sayWholeDay } from "#app/i18n/format-dates.ts";
import type { ToldPartnership } from "./facts/partnerships.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

export const partnershipApproved: Template<ToldPartnership> = (partnership, { t, locale, open }) => {
  const { organization, district, lastDay } = partnership;
  return {
    subject: t("mail:letters.partner-partnership-approved.subject", { organization, district }),
    preheader: t("mail:letters.partner-partnership-approved.preheader"),
    body: (
      <>
        <Paragraph>{t("mail:letters.partner-partnership-approved.text", { organization, district })}</Paragraph>
        {lastDay && (
          <Paragraph>
            {t("mail:letters.partner-partnership-approved.until", { day: sayWholeDay(lastDay, locale) })}
          </Paragraph>
        )}
      </>
    ),
    action: {
      label: t("mail:letters.partner-partnership-approved.button"),
      href: open(paths.partner.newOpportunity()),
    },
    why: t("mail:letters.why.member", { organization }),
  };
};
