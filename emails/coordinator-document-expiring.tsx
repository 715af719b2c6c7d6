import { paths } from "#app/http/paths.ts";
import { sayWholeDay } from "#app/i18n/format-dates.ts";
import type { EndingDocument } from "./facts/documents.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

export const documentExpiring: Template<EndingDocument> = (document, { t, locale, open }) => {
  const { partnershipId, organization, district } = document;
  const kind = t(`vetting:kind.${document.kind}`);
  const day = sayWholeDay(document.lastDay, locale);
  return {
    subject: t("mail:letters.coordinator-document-expiring.subject", { organization, kind, day }),
    preheader: t("mail:letters.coordinator-document-expiring.preheader"),
    body: <Paragraph>{t("mail:letters.coordinator-document-expiring.text", { organization, kind, day })}</Paragraph>,
    action: {
      label: t("mail:letters.coordinator-document-expiring.button"),
      href: open(paths.coordinator.partnership(partnershipId)),
    },
    why: t("mail:letters.why.coordinator", { district }),
  };
};
