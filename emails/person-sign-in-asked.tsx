import { SIGN_IN } from "#app/domain/mail/link-purposes.ts";
import { paths } from "#app/http/paths.ts";
import type { OneTimeLink } from "./facts/links.server.ts";
import type { Template } from "./letter.ts";
import { Code, Paragraph, SmallPrint } from "./parts.tsx";
import { ValidFor } from "./valid-for.tsx";

export const signInAsked: Template<OneTimeLink> = (link, { t, locale, open, sign, code }) => ({
  subject: t("mail:letters.person-sign-in-asked.subject"),
  preheader: t("mail:letters.person-sign-in-asked.preheader"),
  body: <Paragraph>{t("mail:letters.person-sign-in-asked.text")}</Paragraph>,
  action: {
    label: t("mail:letters.person-sign-in-asked.button"),
    href: open(paths.signInLink(locale, sign(SIGN_IN, link.id))),
  },
  after: (
    <>
      <Paragraph>{t("mail:letters.person-sign-in-asked.code")}</Paragraph>
      <Code>{code(SIGN_IN, link.id)}</Code>
      <SmallPrint>{t("mail:letters.person-sign-in-asked.secret")}</SmallPrint>
      <ValidFor minutes={link.minutes} t={t} />
    </>
  ),
  why: t("mail:letters.why.asked"),
});
