import { getFormProps, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { REASON_CODES } from "#app/domain/listings/lifecycle.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "../button.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { IdempotencyKey } from "../idempotency-key.tsx";
import { SelectField } from "../select-field.tsx";
import type { DecisionFormProps } from "./approval-form.tsx";
import { NoteField } from "./note-field.tsx";
import { useReviewOutlet } from "./review-outlet.ts";

/** Says no, with a reason the partner is told. */
export function DeclineForm({ idempotencyKey, lastResult }: DecisionFormProps) {
  const { listingId, version, back, templates } = useReviewOutlet();
  const [form, fields] = useForm<{ reasonCode: string; note: string; templateId: string }>({
    id: "decline",
    lastResult,
  });
  const t = useT();
  return (
    <Form method="post" action={paths.coordinator.decline(listingId)} {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="back" value={back} />
      <SelectField
        field={fields.reasonCode}
        label={t("coordinator:decline.reason")}
        placeholder={t("coordinator:decline.choose")}
        options={REASON_CODES.map((code) => ({ value: code, label: t(`opportunity:reason.${code}`) }))}
      />
      <NoteField decision="declined" templates={templates} note={fields.note} template={fields.templateId} />
      <Button variant="danger" icon="circle-x">
        {t("coordinator:decline.button")}
      </Button>
    </Form>
  );
}
