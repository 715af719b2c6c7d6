import { INVITATION } from "#app/domain/mail/link-purposes.ts";
import { paths } from "#app/http/paths.ts";
import { sayWholeDay } from "#app/i18n/format-dates.ts";
import type { OpenInvitation } from "./facts/invitations.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph, SmallPrint } from "./parts.tsx";

export const invited: Template<OpenInvitation> = (invitation, { t, locale, open, sign }) => {
  const { where, role, inviter } = invitation;
  const day = sayWholeDay(invitation.lastDay, locale);
  return {
    subject: t("mail:letters.person-invited.subject", { where }),
    preheader: t("mail:letters.person-invited.preheader", { day }),
    body: (
      <>
        <Paragraph>{t(`mail:letters.person-invited.${role}`, { where })}</Paragraph>
        {inviter && <Paragraph>{t("mail:letters.person-invited.inviter", { name: inviter })}</Paragraph>}
      </>
    ),
    action: {
      label: t("mail:letters.person-invited.button"),
      href: open(paths.invitation(locale, sign(INVITATION, invitation.id))),
    },
    after: <SmallPrint>{t("mail:letters.person-invited.until", { day })}</SmallPrint>,
    why: t("mail:letters.why.invited"),
  };
};
