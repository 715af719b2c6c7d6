import { paths } from "#app/http/paths.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

export const accountExists: Template<unknown> = (_, { t, locale, open }) => ({
  subject: t("mail:letters.person-account-exists.subject"),
  preheader: t("mail:letters.person-account-exists.preheader"),
  body: (
    <>
      <Paragraph>{t("mail:letters.person-account-exists.text")}</Paragraph>
      <Paragraph>{t("mail:letters.person-account-exists.forgot")}</Paragraph>
    </>
  ),
  action: { label: t("mail:letters.person-account-exists.button"), href: open(paths.signIn(locale)) },
  why: t("mail:letters.why.asked"),
});
