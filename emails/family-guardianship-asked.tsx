import { paths } from "#app/http/paths.ts";
import type { FamilyLink } from "./facts/families.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

export const guardianshipAsked: Template<FamilyLink> = ({ other, otherIs }, { t, open }) => ({
  subject: t("mail:letters.family-guardianship-asked.subject"),
  preheader: t("mail:letters.family-guardianship-asked.preheader"),
  body: (
    <>
      <Paragraph>{t(`mail:letters.family-guardianship-asked.of_${otherIs}`, { name: other })}</Paragraph>
      <Paragraph>{t("mail:letters.family-guardianship-asked.text")}</Paragraph>
    </>
  ),
  action: { label: t("mail:letters.family-guardianship-asked.button"), href: open(paths.account.family()) },
  why: t("mail:letters.why.family"),
});
