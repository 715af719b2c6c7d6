import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { REASON_CODES } from "#app/domain/listings/lifecycle.ts";
import { TEMPLATED, type ReasonTemplate } from "#app/domain/listings/reason-templates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "../button.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { IdempotencyKey } from "../idempotency-key.tsx";
import { SelectField } from "../select-field.tsx";
import { TextArea } from "../text-area.tsx";
import { TextField } from "../text-field.tsx";

interface Props {
  action: string;
  /** Left out for a new one. */
  template?: ReasonTemplate;
  idempotencyKey: string;
  lastResult: SubmissionResult<string[]> | undefined;
  button: string;
}

/** Words for a decision: for which, under what name, and the text a partner will read. */
export function TemplateForm({ action, template, idempotencyKey, lastResult, button }: Props) {
  const t = useT();
  const [form, fields] = useForm<Omit<ReasonTemplate, "id">>({
    id: "template",
    lastResult,
    defaultValue: template ?? { decision: "changes_requested" },
  });
  return (
    <Form method="post" action={action} {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <SelectField
        field={fields.decision}
        label={t("queue:templates.decision")}
        options={TEMPLATED.map((decision) => ({ value: decision, label: t(`queue:templates.for.${decision}`) }))}
      />
      <SelectField
        field={fields.reasonCode}
        label={t("queue:templates.reason")}
        help={t("queue:templates.reason_help")}
        placeholder={t("queue:templates.no_reason")}
        options={REASON_CODES.map((code) => ({ value: code, label: t(`opportunity:reason.${code}`) }))}
        optional
      />
      <TextField field={fields.name} label={t("queue:templates.name")} help={t("queue:templates.name_help")} />
      <TextArea field={fields.text} rows={5} label={t("queue:templates.text")} />
      <Button icon="check">{button}</Button>
    </Form>
  );
}
