import { useId } from "react";
import { CLOSE_REASONS } from "#app/domain/listings/closing.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";

/** The three answers; changing the text takes an account, so it leads to one. */
export function Answers({ token, asked }: { token: string; asked: { checkedOn: string | null; edit: string } }) {
  const t = useT();
  const locale = useLocale();
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="mb-8 rounded-card border border-line bg-surface px-4 py-5 md:px-6">
      <h2 id={heading} className="visually-hidden">
        {t("freshness:link.answers")}
      </h2>
      {asked.checkedOn && <p className="mb-4 text-muted">{t("freshness:link.checked", { day: asked.checkedOn })}</p>}
      <div className="grid gap-3 md:grid-cols-2">
        <form method="post" action={paths.stillTrueAnswer(locale, token, "confirmation")} className="grid">
          <Button icon="circle-check">{t("freshness:still_true")}</Button>
        </form>
        <ButtonLink to={asked.edit} variant="secondary" icon="pencil">
          {t("freshness:link.change")}
        </ButtonLink>
      </div>
      <details className="mt-3">
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-primary">
          {t("freshness:link.close")}
        </summary>
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
      </details>
    </section>
  );
}
