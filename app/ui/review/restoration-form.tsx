import { getFormProps, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "../button.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { IdempotencyKey } from "../idempotency-key.tsx";
import type { DecisionFormProps } from "./approval-form.tsx";
import { useReviewOutlet } from "./review-outlet.ts";

/** Puts a paused listing back; says who paused it and why. */
export function RestorationForm({ idempotencyKey, lastResult }: DecisionFormProps) {
  const { listingId, paused } = useReviewOutlet();
  const [form] = useForm({ id: "restoration", lastResult });
  const t = useT();
  return (
    <Form method="post" action={paths.coordinator.restoration(listingId)} {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <p className="mb-4 text-muted">{t("coordinator:restoration.lede")}</p>
      {paused && (
        <p className="mb-4">
          {t("coordinator:restoration.paused", { who: paused.who ?? t("coordinator:history.nobody"), at: paused.at })}
          {paused.note && <span className="mt-1 block break-words whitespace-pre-line">{paused.note}</span>}
        </p>
      )}
      <Button variant="primary" icon="undo-2">
        {t("coordinator:restoration.button")}
      </Button>
    </Form>
  );
}
