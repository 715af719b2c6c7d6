import { getFormProps, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "../button.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { IdempotencyKey } from "../idempotency-key.tsx";
import { TextArea } from "../text-area.tsx";
import type { DecisionFormProps } from "./approval-form.tsx";
import { useReviewOutlet } from "./review-outlet.ts";

/** Takes a listing off the list until a doubt is looked into. */
export function SuspensionForm({ idempotencyKey, lastResult }: DecisionFormProps) {
  const { listingId } = useReviewOutlet();
  const [form, fields] = useForm<{ note: string }>({ id: "suspension", lastResult });
  const t = useT();
  return (
    <Form method="post" action={paths.coordinator.suspension(listingId)} {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <p className="mb-4 text-muted">{t("coordinator:suspension.lede")}</p>
      <TextArea
        field={fields.note}
        rows={3}
        label={t("coordinator:suspension.note")}
        help={t("coordinator:suspension.note_help")}
      />
      <Button variant="danger" icon="hourglass">
        {t("coordinator:suspension.button")}
      </Button>
    </Form>
  );
}
