import { CLAIM } from "#app/domain/mail/link-purposes.ts";
import { paths } from "#app/http/paths.ts";
import { sayWholeDay } from "#app/i18n/format-dates.ts";
import type { AskedClaim } from "./facts/claims.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph, SmallPrint } from "./parts.tsx";

/** A coordinator wrote it down by phone; the button opens the page that asks whether it is right. */
export const claimAsked: Template<AskedClaim> = (asked, { t, locale, open, sign }) => {
  const { title, organization, district, enteredBy, needsAccount } = asked;
  return {
    subject: t("mail:letters.partner-claim-asked.subject", { district, title }),
    preheader: t("mail:letters.partner-claim-asked.preheader"),
    body: (
      <>
        <Paragraph>
          {enteredBy
            ? t("mail:letters.partner-claim-asked.text_by", { name: enteredBy, district, organization })
            : t("mail:letters.partner-claim-asked.text", { district, organization })}
        </Paragraph>
        <Paragraph>{t("mail:letters.partner-claim-asked.what")}</Paragraph>
        {needsAccount && <Paragraph>{t("mail:letters.partner-claim-asked.account")}</Paragraph>}
      </>
    ),
    action: {
      label: t("mail:letters.partner-claim-asked.button"),
      href: open(paths.claim(locale, sign(CLAIM, asked.askingId))),
    },
    after: (
      <SmallPrint>
        {t("mail:letters.partner-claim-asked.until", { day: sayWholeDay(asked.lastDay, locale) })}
      </SmallPrint>
    ),
    why: needsAccount
      ? t("mail:letters.why.contact", { organization, district })
      : t("mail:letters.why.member", { organization }),
  };
};
