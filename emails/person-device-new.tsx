import { paths } from "#app/http/paths.ts";
import { sayInstant } from "#app/i18n/format-dates.ts";
import type { NewSession } from "./facts/sessions.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph, Quote } from "./parts.tsx";

export const deviceNew: Template<NewSession> = ({ device, at }, { t, locale, district, open }) => {
  const when = sayInstant(at, locale, district?.timeZone ?? "UTC") + (district ? "" : " UTC");
  return {
    subject: t("mail:letters.person-device-new.subject"),
    preheader: t("mail:letters.person-device-new.preheader"),
    body: (
      <>
        <Paragraph>{t("mail:letters.person-device-new.text")}</Paragraph>
        <Quote>{device ? t("mail:letters.person-device-new.details", { device, when }) : when}</Quote>
        <Paragraph>{t("mail:letters.not_you")}</Paragraph>
      </>
    ),
    action: { label: t("mail:letters.person-device-new.button"), href: open(paths.account.security()) },
    why: t("mail:letters.why.safety"),
  };
};
