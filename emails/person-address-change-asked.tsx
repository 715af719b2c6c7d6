import { CHANGE_EMAIL } from "#app/domain/mail/link-purposes.ts";
import { paths } from "#app/http/paths.ts";
import type { OneTimeLink } from "./facts/links.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";
import { ValidFor } from "./valid-for.tsx";

export const addressChangeAsked: Template<OneTimeLink> = (link, { t, open, sign }) => ({
  subject: t("mail:letters.person-address-change-asked.subject"),
  preheader: t("mail:letters.person-address-change-asked.preheader"),
  body: <Paragraph>{t("mail:letters.person-address-change-asked.text")}</Paragraph>,
  action: {
    label: t("mail:letters.person-address-change-asked.button"),
    href: open(paths.account.newAddress(sign(CHANGE_EMAIL, link.id))),
  },
  after: <ValidFor minutes={link.minutes} t={t} />,
  why: t("mail:letters.why.asked"),
});
