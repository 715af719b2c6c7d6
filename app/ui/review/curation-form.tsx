import { getFormProps, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "../button.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { IdempotencyKey } from "../idempotency-key.tsx";
import type { DecisionFormProps } from "./approval-form.tsx";
import { PlacingFields, placingDefaults } from "./placing-fields.tsx";
import { useReviewOutlet } from "./review-outlet.ts";

/** Changes the district's words around a listing whose review is done. */
export function CurationForm({ idempotencyKey, lastResult }: DecisionFormProps) {
  const outlet = useReviewOutlet();
  const [form, fields] = useForm<ReturnType<typeof placingDefaults>>({
    id: "curation",
    lastResult,
    defaultValue: placingDefaults(outlet),
  });
  const t = useT();
  return (
    <Form method="post" action={paths.coordinator.curation(outlet.listingId)} {...getFormProps(form)}>
      <h2 className="mb-3">{t("coordinator:curation.title")}</h2>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <input type="hidden" name="version" value={outlet.version} />
      <PlacingFields fields={fields} />
      <Button variant="secondary" icon="check">
        {t(outlet.suggested ? "coordinator:curation.button_confirm" : "coordinator:curation.button")}
      </Button>
    </Form>
  );
}
