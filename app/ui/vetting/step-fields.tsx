import type { FormField } from "../field.tsx";
import { DOCUMENT_KINDS } from "#app/domain/organizations/vetting-steps.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Checkbox } from "../checkbox.tsx";
import { SelectField } from "../select-field.tsx";
import { TextField } from "../text-field.tsx";

export type StepFieldName = "name" | "nameEs" | "documentKind" | "isRequired";

/** What a step of vetting is called, what proves it, and whether approval waits for it. */
export function StepFields({ fields }: { fields: Record<StepFieldName, FormField> }) {
  const t = useT();
  return (
    <>
      <TextField
        field={fields.name}
        label={t("vetting:step.name")}
        help={t("vetting:step.name_help")}
        maxLength={120}
      />
      <TextField field={fields.nameEs} label={t("vetting:step.name_es")} maxLength={120} optional />
      <SelectField
        field={fields.documentKind}
        label={t("vetting:step.document")}
        help={t("vetting:step.document_help")}
        placeholder={t("vetting:step.no_document")}
        options={DOCUMENT_KINDS.map((value) => ({ value, label: t(`vetting:kind.${value}`) }))}
      />
      <Checkbox field={fields.isRequired} label={t("vetting:step.required")} help={t("vetting:step.required_help")} />
    </>
  );
}
