import { getFormProps, type FieldMetadata, type FormMetadata } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export type RestrictionInput = { onlyGrades: string[]; onlyGroups: string; noteToReaders: string };

const GRADES = Array.from({ length: 13 }, (_, grade) => String(grade));

interface Props {
  form: FormMetadata<RestrictionInput, string[]>;
  fields: { [Name in keyof RestrictionInput]: FieldMetadata<RestrictionInput[Name], RestrictionInput, string[]> };
  version: number;
  idempotencyKey: string;
}

export function RestrictionForm({ form, fields, version, idempotencyKey }: Props) {
  const t = useT();
  return (
    <Form method="post" {...getFormProps(form)}>
      <h2 className="mb-3">{t("curating:restrictions.title")}</h2>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <input type="hidden" name="version" value={version} />
      <CheckboxGroup
        field={fields.onlyGrades}
        legend={t("curating:restrictions.grades")}
        help={t("curating:restrictions.grades_help")}
        options={GRADES.map((value) => ({ value, label: value === "0" ? t("listing:grades.k") : value }))}
        columns="short"
      />
      <TextField
        field={fields.onlyGroups}
        label={t("curating:restrictions.groups")}
        help={t("curating:restrictions.groups_help")}
        optional
      />
      <TextArea
        field={fields.noteToReaders}
        rows={3}
        label={t("curating:restrictions.note")}
        help={t("curating:restrictions.note_help")}
        maxLength={600}
        optional
      />
      <Button variant="secondary" icon="check">
        {t("curating:restrictions.save")}
      </Button>
    </Form>
  );
}
