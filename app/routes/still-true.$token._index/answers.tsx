import { CLOSE_REASONS } from "#app/domain/listings/closing.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { MailedAnswers } from "#app/ui/mailed-answers.tsx";

/** The three answers; changing the text takes an account, so it leads to one. */
export function Answers({ token, asked }: { token: string; asked: { checkedOn: string | null; edit: string } }) {
  const t = useT();
  const locale = useLocale();
  const closing = (
    <form
      method="post"
      action={paths.stillTrueAnswer(locale, token, "closure")}
      className="grid gap-3 pt-2 md:grid-cols-2"
    >
      <p className="text-muted md:col-span-2">{t("freshness:link.close_about")}</p>
      {CLOSE_REASONS.map((reason) => (
        <Button key={reason} variant="danger" name="reason" value={reason}>
          {t(`freshness:link.reasons.${reason}`)}
        </Button>
      ))}
    </form>
  );
  return (
    <MailedAnswers
      title={t("freshness:link.answers")}
      closing={{ title: t("freshness:link.close"), children: closing }}
    >
      {asked.checkedOn && <p className="mb-4 text-muted">{t("freshness:link.checked", { day: asked.checkedOn })}</p>}
      <div className="grid gap-3 md:grid-cols-2">
        <form method="post" action={paths.stillTrueAnswer(locale, token, "confirmation")} className="grid">
          <Button icon="circle-check">{t("freshness:still_true")}</Button>
        </form>
        <ButtonLink to={asked.edit} variant="secondary" icon="pencil">
          {t("freshness:link.change")}
        </ButtonLink>
      </div>
    </MailedAnswers>
  );
}
