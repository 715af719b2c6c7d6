import { useId } from "react";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";

interface Props {
  token: string;
  entered: { isPublic: boolean; edit: string; join: string | null };
}

/** The answers: it is right, it needs a change, it should not be there. A contact without an account joins first. */
export function ClaimAnswers({ token, entered: { isPublic, edit, join } }: Props) {
  const t = useT();
  const locale = useLocale();
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="mb-8 rounded-card border border-line bg-surface px-4 py-5 md:px-6">
      <h2 id={heading} className="visually-hidden">
        {t("joining:claim.answers")}
      </h2>
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
      <details className="mt-3">
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-primary">
          {t("joining:claim.close")}
        </summary>
        <form method="post" action={paths.claim(locale, token, "closure")} className="grid gap-3 pt-2">
          <p className="text-muted">{t(isPublic ? "joining:claim.close_about_public" : "joining:claim.close_about")}</p>
          <Button variant="danger">{t("joining:claim.close_button")}</Button>
        </form>
      </details>
    </section>
  );
}
