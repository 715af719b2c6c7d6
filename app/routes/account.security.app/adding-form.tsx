import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

interface Shown {
  qr: { size: number; path: string };
  /** In groups, for typing. */
  secret: string;
}

/** The secret for a camera or for typing, and the first code that proves the app has it. */
export function AddingForm({
  shown: { qr, secret },
  asksPassword,
  idempotencyKey,
  lastResult,
}: {
  shown: Shown;
  asksPassword: boolean;
  idempotencyKey: string;
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const [form, fields] = useForm<{ code: string; currentPassword: string }>({ id: "first-code", lastResult });
  const t = useT();
  const margin = 4;
  return (
    <Form method="post" {...getFormProps(form)}>
      <ErrorSummary
        form={form}
        labels={{ code: t("security:app.code"), currentPassword: t("security:app.password") }}
      />
      <IdempotencyKey value={idempotencyKey} />
      <div className="mb-6 flex flex-wrap gap-x-8 gap-y-4">
        <svg
          viewBox={`${-margin} ${-margin} ${qr.size + 2 * margin} ${qr.size + 2 * margin}`}
          role="img"
          aria-label={t("security:app.qr")}
          shapeRendering="crispEdges"
          className="h-56 w-56 flex-none rounded-card border border-line"
        >
          <rect x={-margin} y={-margin} width="100%" height="100%" fill="#fff" />
          <path d={qr.path} fill="#000" />
        </svg>
        <div className="min-w-0 flex-1 basis-60">
          <p>{t("security:app.scan")}</p>
          <p className="mt-3">{t("security:app.or_type")}</p>
          <p className="mt-1 font-mono text-lg font-semibold break-words" translate="no">
            <code data-secret="">{secret}</code>
          </p>
        </div>
      </div>
      <TextField
        field={fields.code}
        label={t("security:app.code")}
        help={t("security:app.code_help")}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        required
        short
      />
      {asksPassword && <PasswordField field={fields.currentPassword} label={t("security:app.password")} />}
      <Button>{t("security:app.confirm")}</Button>
    </Form>
  );
}
