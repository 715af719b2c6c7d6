import { paths } from "#app/http/paths.ts";
import type { ToldPartnership } from "./facts/partnerships.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph, Quote } from "./parts.tsx";

export const partnershipDeclined: Template<ToldPartnership> = (
  { organization, district, reason, note },
  { t, open },
) => ({
  subject: t("mail:letters.partner-partnership-declined.subject", { organization, district }),
  preheader: t("mail:letters.partner-partnership-declined.preheader"),
  body: (
    <>
      <Paragraph>{t("mail:letters.partner-partnership-declined.text", { organization, district })}</Paragraph>
      {reason && <Paragraph>{t(`joining:partnerships.reasons.${reason}`)}</Paragraph>}
      {note && <Quote>{note}</Quote>}
    </>
  ),
  action: { label: t("mail:letters.partner-partnership-declined.button"), href: open(paths.partner.partnerships()) },
  why: t("mail:letters.why.member", { organization }),
});
