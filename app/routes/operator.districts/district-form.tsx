import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { US_STATES } from "#app/domain/opportunities/us-states.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { TIME_ZONES } from "./time-zones.ts";

type Fields = Record<"name" | "slug" | "timeZone" | "state" | "zip" | "contactEmail", string>;

export function DistrictForm({
  lastResult,
  idempotencyKey,
}: {
  lastResult: SubmissionResult<string[]> | null | undefined;
  idempotencyKey: string;
}) {
  const t = useT();
  const [form, fields] = useForm<Fields>({ id: "district", lastResult: lastResult ?? null });
  const options = (values: readonly string[]) => values.map((value) => ({ value, label: value.replaceAll("_", " ") }));
  return (
    <Form method="post" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <input type="hidden" name="change" value="create" />
      <TextField field={fields.name} label={t("people:districts.name")} required maxLength={100} />
      <TextField
        field={fields.slug}
        label={t("people:districts.slug")}
        help={t("people:districts.slug_help")}
        autoCapitalize="none"
        required
        maxLength={40}
      />
      <SelectField
        field={fields.state}
        label={t("people:districts.state")}
        placeholder="—"
        options={options(US_STATES)}
        required
      />
      <TextField
        field={fields.zip}
        label={t("people:districts.zip")}
        help={t("people:districts.zip_help")}
        inputMode="numeric"
        short
        required
      />
      <SelectField
        field={fields.timeZone}
        label={t("people:districts.zone")}
        placeholder="—"
        options={options(TIME_ZONES)}
        required
      />
      <TextField
        field={fields.contactEmail}
        type="email"
        label={t("people:districts.contact")}
        help={t("people:districts.contact_help")}
        required
      />
      <Button icon="plus">{t("people:districts.create")}</Button>
    </Form>
  );
}
