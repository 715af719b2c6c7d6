import { RESET_PASSWORD } from "#app/domain/mail/link-purposes.ts";
import { paths } from "#app/http/paths.ts";
import type { OneTimeLink } from "./facts/links.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";
import { ValidFor } from "./valid-for.tsx";

export const passwordResetAsked: Template<OneTimeLink> = (link, { t, locale, open, sign }) => ({
  subject: t("mail:letters.person-password-reset-asked.subject"),
  preheader: t("mail:letters.person-password-reset-asked.preheader"),
  body: <Paragraph>{t("mail:letters.person-password-reset-asked.text")}</Paragraph>,
  action: {
    label: t("mail:letters.person-password-reset-asked.button"),
    href: open(paths.resetPassword(locale, sign(RESET_PASSWORD, link.id))),
  },
  after: <ValidFor minutes={link.minutes} t={t} />,
  why: t("mail:letters.why.asked"),
});
