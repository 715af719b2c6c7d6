import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

export const accountDeleted: Template<unknown> = (_, { t }) => ({
  subject: t("mail:letters.person-account-deleted.subject"),
  preheader: t("mail:letters.person-account-deleted.preheader"),
  body: (
    <>
      <Paragraph>{t("mail:letters.person-account-deleted.text")}</Paragraph>
      <Paragraph>{t("mail:letters.person-account-deleted.not_you")}</Paragraph>
    </>
  ),
  why: t("mail:letters.why.deleted"),
});
