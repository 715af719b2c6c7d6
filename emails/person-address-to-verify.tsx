import { VERIFY_EMAIL } from "#app/domain/mail/link-purposes.ts";
import { paths } from "#app/http/paths.ts";
import type { OneTimeLink } from "./facts/links.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";
import { ValidFor } from "./valid-for.tsx";

export const addressToVerify: Template<OneTimeLink> = (link, { t, locale, open, sign }) => ({
  subject: t("mail:letters.person-address-to-verify.subject"),
  preheader: t("mail:letters.person-address-to-verify.preheader"),
  body: <Paragraph>{t("mail:letters.person-address-to-verify.text")}</Paragraph>,
  action: {
    label: t("mail:letters.person-address-to-verify.button"),
    href: open(paths.verifyEmail(locale, sign(VERIFY_EMAIL, link.id))),
  },
  after: <ValidFor minutes={link.minutes} t={t} />,
  why: t("mail:letters.why.asked"),
});
