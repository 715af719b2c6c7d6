import { getFormProps, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { REASON_CODES } from "#app/domain/listings/lifecycle.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "../button.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { IdempotencyKey } from "../idempotency-key.tsx";
import { SelectField } from "../select-field.tsx";
import { TextArea } from "../text-area.tsx";
import type { DecisionFormProps } from "./approval-form.tsx";
import { useReviewOutlet } from "./review-outlet.ts";

/** Says no, with a reason the partner is told. */
export function DeclineForm({ idempotencyKey, lastResult }: DecisionFormProps) {
  const { listingId, version } = useReviewOutlet();
  const [form, fields] = useForm<{ reasonCode: string; note: string }>({ id: "decline", lastResult });
  const t = useT();
  return (
    <Form method="post" action={paths.coordinator.decline(listingId)} {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <input type="hidden" name="version" value={version} />
      <SelectField
        field={fields.reasonCode}
        label={t("coordinator:decline.reason")}
        placeholder={t("coordinator:decline.choose")}
        options={REASON_CODES.map((code) => ({ value: code, label: t(`opportunity:reason.${code}`) }))}
      />
      <TextArea
        field={fields.note}
        rows={3}
        label={t("coordinator:decline.note")}
        help={t("coordinator:decline.note_help")}
      />
      <Button variant="danger" icon="circle-x">
        {t("coordinator:decline.button")}
      </Button>
    </Form>
  );
}
