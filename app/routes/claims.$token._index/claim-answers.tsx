import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { MailedAnswers } from "#app/ui/mailed-answers.tsx";

interface Props {
  token: string;
  entered: { isPublic: boolean; edit: string; join: string | null };
}

/** The answers: it is right, it needs a change, it should not be there. A contact without an account joins first. */
export function ClaimAnswers({ token, entered: { isPublic, edit, join } }: Props) {
  const t = useT();
  const locale = useLocale();
  const closing = (
    <form method="post" action={paths.claim(locale, token, "closure")} className="grid gap-3 pt-2">
      <p className="text-muted">{t(isPublic ? "joining:claim.close_about_public" : "joining:claim.close_about")}</p>
      <Button variant="danger">{t("joining:claim.close_button")}</Button>
    </form>
  );
  return (
    <MailedAnswers title={t("joining:claim.answers")} closing={{ title: t("joining:claim.close"), children: closing }}>
      {join ? (
        <>
          <p className="mb-3">{t("joining:claim.join_about")}</p>
          <ButtonLink to={join} icon="circle-check">
            {t("joining:claim.join")}
          </ButtonLink>
        </>
      ) : (
        <div className="grid gap-3 md:grid-cols-2">
          <form method="post" action={paths.claim(locale, token, "confirmation")} className="grid">
            <Button icon="circle-check">{t("joining:claim.right")}</Button>
          </form>
          <ButtonLink to={edit} variant="secondary" icon="pencil">
            {t("joining:claim.change")}
          </ButtonLink>
        </div>
      )}
    </MailedAnswers>
  );
}
