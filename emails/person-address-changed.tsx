import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

/** To the old address; it does not say the new one. */
export const addressChanged: Template<unknown> = (_, { t }) => ({
  subject: t("mail:letters.person-address-changed.subject"),
  preheader: t("mail:letters.person-address-changed.preheader"),
  body: (
    <>
      <Paragraph>{t("mail:letters.person-address-changed.text")}</Paragraph>
      <Paragraph>{t("mail:letters.person-address-changed.not_you")}</Paragraph>
    </>
  ),
  why: t("mail:letters.why.safety"),
});
