import type { SecondFactorChange } from "#app/domain/mail/mails.ts";
import { paths } from "#app/http/paths.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

export const secondFactorChanged: Template<{ change: SecondFactorChange }> = ({ change }, { t, open }) => ({
  subject: t("mail:letters.person-second-factor-changed.subject"),
  preheader: t("mail:letters.person-second-factor-changed.preheader"),
  body: (
    <>
      <Paragraph>{t(`mail:letters.person-second-factor-changed.${change}`)}</Paragraph>
      <Paragraph>{t("mail:letters.not_you")}</Paragraph>
    </>
  ),
  action: { label: t("mail:letters.person-second-factor-changed.button"), href: open(paths.account.security()) },
  why: t("mail:letters.why.safety"),
});
