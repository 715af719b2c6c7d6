import { getFormProps, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { CLOSE_REASONS, type CloseReason } from "#app/domain/listings/closing.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "../button.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { IdempotencyKey } from "../idempotency-key.tsx";
import { RadioGroup } from "../radio-group.tsx";
import type { DecisionFormProps } from "./approval-form.tsx";
import { useReviewOutlet } from "./review-outlet.ts";

/** Ends a listing for good. */
export function ClosureForm({ idempotencyKey, lastResult }: DecisionFormProps) {
  const { listingId } = useReviewOutlet();
  const [form, fields] = useForm<{ reason: CloseReason }>({ id: "closure", lastResult });
  const t = useT();
  return (
    <Form method="post" action={paths.coordinator.closure(listingId)} {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <p className="mb-4 text-muted">{t("coordinator:closure.lede")}</p>
      <RadioGroup
        field={fields.reason}
        legend={t("coordinator:closure.reason")}
        options={CLOSE_REASONS.map((value) => ({ value, label: t(`coordinator:closure.reasons.${value}`) }))}
      />
      <Button variant="danger" icon="circle-x">
        {t("coordinator:closure.button")}
      </Button>
    </Form>
  );
}
