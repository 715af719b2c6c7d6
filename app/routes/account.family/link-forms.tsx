import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { Role } from "./family-list.tsx";

interface Linking {
  role: Role;
  idempotencyKey: string;
  lastResult?: SubmissionResult<string[]> | undefined;
}

const PANEL = "rounded-card border border-line bg-surface p-5";

/** Eight digits to show at the kitchen table. */
export function MyCode({ role, code, idempotencyKey }: Linking & { code: { digits: string; until: string } | null }) {
  const t = useT();
  return (
    <section aria-labelledby="my-code" className={PANEL}>
      <h2 id="my-code">{t("joining:family.my_code")}</h2>
      <p className="my-2 text-muted">{t(`joining:family.my_code_help.${role}`)}</p>
      {code && (
        <>
          <p className="my-3 font-bold tracking-widest tabular-nums text-[1.7rem]" data-code="">
            {code.digits.slice(0, 4)} {code.digits.slice(4)}
          </p>
          <p className="mb-3 text-muted">{t("joining:family.code_until", { day: code.until })}</p>
        </>
      )}
      <Form method="post" action={paths.account.familyCode()}>
        <IdempotencyKey value={idempotencyKey} />
        <Button variant="secondary">{t(code ? "joining:family.new_code" : "joining:family.make_code")}</Button>
      </Form>
    </section>
  );
}

export function EnterCode({ role, idempotencyKey, lastResult }: Linking) {
  const [form, fields] = useForm<{ code: string }>({ id: "enter", lastResult });
  const t = useT();
  return (
    <section aria-labelledby="type-a-code" className={PANEL}>
      <h2 id="type-a-code">{t("joining:family.enter")}</h2>
      <p className="my-2 text-muted">{t(`joining:family.enter_help.${role}`)}</p>
      <Form method="post" action={paths.account.family()} {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <IdempotencyKey value={idempotencyKey} />
        <TextField
          field={fields.code}
          label={t("joining:family.code")}
          inputMode="numeric"
          autoComplete="off"
          maxLength={11}
          short
          required
        />
        <Button>{t("joining:family.link")}</Button>
      </Form>
    </section>
  );
}

export function AskForm({ role, idempotencyKey, lastResult }: Linking) {
  const [form, fields] = useForm<{ email: string }>({ id: "ask", lastResult });
  const t = useT();
  return (
    <section aria-labelledby="ask-by-mail" className={PANEL}>
      <h2 id="ask-by-mail">{t("joining:family.ask")}</h2>
      <p className="my-2 text-muted">{t(`joining:family.ask_help.${role}`)}</p>
      <Form method="post" action={paths.account.family()} {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <IdempotencyKey value={idempotencyKey} />
        <TextField
          field={fields.email}
          label={t("joining:family.their_email")}
          type="email"
          autoComplete="off"
          required
        />
        <Button variant="secondary">{t("joining:family.ask_button")}</Button>
      </Form>
    </section>
  );
}
