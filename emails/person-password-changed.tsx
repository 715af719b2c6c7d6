import { paths } from "#app/http/paths.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

export const passwordChanged: Template<unknown> = (_, { t, open }) => ({
  subject: t("mail:letters.person-password-changed.subject"),
  preheader: t("mail:letters.person-password-changed.preheader"),
  body: (
    <>
      <Paragraph>{t("mail:letters.person-password-changed.text")}</Paragraph>
      <Paragraph>{t("mail:letters.not_you")}</Paragraph>
    </>
  ),
  action: { label: t("mail:letters.person-password-changed.button"), href: open(paths.account.security()) },
  why: t("mail:letters.why.safety"),
});
