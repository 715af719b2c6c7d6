import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "../button.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { IdempotencyKey } from "../idempotency-key.tsx";
import { TextArea } from "../text-area.tsx";
import { TextField } from "../text-field.tsx";
import { PlacingFields, placingDefaults } from "./placing-fields.tsx";
import { useReviewOutlet, type ReviewOutlet } from "./review-outlet.ts";

type Fields = ReturnType<typeof placingDefaults> & { publishOn: string; note: string };

export interface DecisionFormProps {
  idempotencyKey: string;
  lastResult?: SubmissionResult<string[]> | undefined;
}

/** Puts what was sent on the list, where the coordinator says it belongs. */
export function ApprovalForm({ idempotencyKey, lastResult }: DecisionFormProps) {
  const outlet: ReviewOutlet = useReviewOutlet();
  const [form, fields] = useForm<Fields>({
    id: "approval",
    lastResult,
    defaultValue: { ...placingDefaults(outlet), publishOn: outlet.publishOn ?? "", note: "" },
  });
  const t = useT();
  return (
    <Form method="post" action={paths.coordinator.approval(outlet.listingId)} {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <input type="hidden" name="version" value={outlet.version} />
      <input type="hidden" name="back" value={outlet.back} />
      <PlacingFields fields={fields} />
      {!outlet.isEdit && (
        <TextField
          field={fields.publishOn}
          type="date"
          min={outlet.today}
          label={t("coordinator:approval.publish_on")}
          help={t("coordinator:approval.publish_on_help")}
          optional
        />
      )}
      {outlet.seconding?.stage === "first" ? (
        <>
          <p className="mb-4 text-muted">{t("queue:seconded.first")}</p>
          <Button icon="check">{t("queue:seconded.button")}</Button>
        </>
      ) : (
        <>
          <TextArea field={fields.note} rows={2} label={t("coordinator:approval.note")} optional />
          <Button icon="check">
            {t(outlet.isEdit ? "coordinator:approval.button_edit" : "coordinator:approval.button")}
          </Button>
        </>
      )}
    </Form>
  );
}
