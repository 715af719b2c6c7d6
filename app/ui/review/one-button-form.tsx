import { getFormProps, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "../button.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { IdempotencyKey } from "../idempotency-key.tsx";
import type { DecisionFormProps } from "./approval-form.tsx";
import { useReviewOutlet } from "./review-outlet.ts";

const ICONS = { reopening: "undo-2", confirmation: "circle-check" } as const;

/** A change that needs nothing said: putting back what was closed, or passing on that it is still true. */
export function OneButtonForm({ name, idempotencyKey, lastResult }: DecisionFormProps & { name: keyof typeof ICONS }) {
  const { listingId } = useReviewOutlet();
  const [form] = useForm({ id: name, lastResult });
  const t = useT();
  return (
    <Form method="post" action={paths.coordinator[name](listingId)} {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <p className="mb-4 text-muted">{t(`coordinator:one_button.${name}.lede`)}</p>
      <Button variant="secondary" icon={ICONS[name]}>
        {t(`coordinator:one_button.${name}.button`)}
      </Button>
    </Form>
  );
}
