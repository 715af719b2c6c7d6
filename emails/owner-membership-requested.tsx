import { paths } from "#app/http/paths.ts";
import type { MembershipRequest } from "./facts/memberships.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph } from "./parts.tsx";

/** To whoever may decide: an owner, or a coordinator of a district the organization is a partner of. */
export const membershipRequested: Template<MembershipRequest> = (request, { t, open }) => {
  const { organization, name, email, decidedAt } = request;
  return {
    subject: t("mail:letters.owner-membership-requested.subject", { organization }),
    preheader: t("mail:letters.owner-membership-requested.preheader"),
    body: <Paragraph>{t("mail:letters.owner-membership-requested.text", { name, email, organization })}</Paragraph>,
    action: {
      label: t("mail:letters.owner-membership-requested.button"),
      href: open(decidedAt === "organization" ? paths.partner.people() : paths.coordinator.membership(request.id)),
    },
    why: t("mail:letters.why.deciding", { organization }),
  };
};
