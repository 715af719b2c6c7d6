import { getFormProps, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "../button.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { IdempotencyKey } from "../idempotency-key.tsx";
import type { DecisionFormProps } from "./approval-form.tsx";
import { NoteField } from "./note-field.tsx";
import { useReviewOutlet } from "./review-outlet.ts";

/** Sends the text back to its partner with what should change. */
export function ChangeRequestForm({ idempotencyKey, lastResult }: DecisionFormProps) {
  const { listingId, version, back, templates } = useReviewOutlet();
  const [form, fields] = useForm<{ note: string; templateId: string }>({ id: "change-request", lastResult });
  const t = useT();
  return (
    <Form method="post" action={paths.coordinator.changeRequest(listingId)} {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="back" value={back} />
      <NoteField decision="changes_requested" templates={templates} note={fields.note} template={fields.templateId} />
      <Button variant="secondary" icon="undo-2">
        {t("coordinator:change_request.button")}
      </Button>
    </Form>
  );
}
