import { paths } from "#app/http/paths.ts";
import type { FamilyLink } from "./facts/families.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

export const guardianshipConfirmed: Template<FamilyLink> = ({ other }, { t, open }) => ({
  subject: t("mail:letters.family-guardianship-confirmed.subject"),
  preheader: t("mail:letters.family-guardianship-confirmed.preheader"),
  body: <Paragraph>{t("mail:letters.family-guardianship-confirmed.text", { name: other })}</Paragraph>,
  action: { label: t("mail:letters.family-guardianship-confirmed.button"), href: open(paths.account.family()) },
  why: t("mail:letters.why.family"),
});
