import { Form, Link } from "@remix-run/react";
import type { Family } from "#app/domain/people/family-links.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";

export type Role = "student" | "parent";

/** Who asks to be family, and who is. */
export function FamilyList({ role, family, idempotencyKey }: { role: Role; family: Family; idempotencyKey: string }) {
  const t = useT();
  const row = "flex flex-wrap items-center justify-between gap-3 px-4 py-3";
  return (
    <>
      {family.asking.length > 0 && (
        <section aria-labelledby="asking" className="mb-8">
          <h2 id="asking" className="mb-3">
            {t("joining:family.asking")}
          </h2>
          <ul className="divide-y divide-line rounded-card border border-line border-s-8 border-s-accent bg-surface">
            {family.asking.map(({ id, name }) => (
              <li key={id} className={row}>
                <span>{t(`joining:family.asks.${role}`, { name })}</span>
                <span className="flex flex-wrap gap-3">
                  <Form method="post" action={paths.account.familyConfirmation(id)}>
                    <IdempotencyKey value={idempotencyKey} />
                    <Button>{t("joining:family.yes")}</Button>
                  </Form>
                  <EndForm id={id} idempotencyKey={idempotencyKey} label={t("joining:family.no")} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="family">
        <h2 id="family" className="mb-3">
          {t(`joining:family.mine.${role}`)}
        </h2>
        {family.confirmed.length === 0 ? (
          <p className="text-muted">{t(`joining:family.nobody.${role}`)}</p>
        ) : (
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            {family.confirmed.map(({ id, name }) => (
              <li key={id} className={row}>
                <strong className="break-words">{name}</strong>
                {role === "parent" && (
                  <Link to={paths.account.familyProfile(id)}>{t("learner:home.child_profile", { name })}</Link>
                )}
                <details>
                  <summary className="inline-flex min-h-11 cursor-pointer items-center text-primary underline">
                    {t("joining:family.end")}
                  </summary>
                  <p className="my-2 measure">{t("joining:family.end_sure", { name })}</p>
                  <EndForm id={id} idempotencyKey={idempotencyKey} label={t("joining:family.end_button")} />
                </details>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function EndForm({ id, idempotencyKey, label }: { id: string; idempotencyKey: string; label: string }) {
  return (
    <Form method="post" action={paths.account.familyEnd(id)}>
      <IdempotencyKey value={idempotencyKey} />
      <Button variant="secondary">{label}</Button>
    </Form>
  );
}
