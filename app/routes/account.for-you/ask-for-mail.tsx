import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** Asked until it was answered; a no is kept as well as a yes, and either is changed among the mails. */
export function AskForMail({ role }: { role: "student" | "parent" }) {
  const t = useT();
  return (
    <Notice title={t("learner:for_you.mail.title")}>
      <p className="mb-3">{t(`learner:for_you.mail.text.${role}`)}</p>
      <Form method="post" action={paths.account.mail()} className="flex flex-wrap gap-3">
        <Button name="new_places" value="weekly" icon="mail">
          {t("learner:for_you.mail.yes")}
        </Button>
        <Button name="new_places" value="never" variant="quiet">
          {t("learner:for_you.mail.no")}
        </Button>
      </Form>
    </Notice>
  );
}
