import { paths } from "#app/http/paths.ts";
import type { MembershipDecision } from "./facts/memberships.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

export const membershipDecided: Template<MembershipDecision> = ({ organization, decision }, { t, open }) => ({
  subject: t(`mail:letters.member-membership-decided.subject_${decision}`, { organization }),
  preheader: t(`mail:letters.member-membership-decided.preheader_${decision}`),
  body: <Paragraph>{t(`mail:letters.member-membership-decided.${decision}`, { organization })}</Paragraph>,
  action: {
    label: t("mail:letters.member-membership-decided.button"),
    href: open(decision === "approved" ? paths.partner.home() : paths.account.home()),
  },
  why: t("mail:letters.why.answer", { organization }),
});
