import type { SchoolInput } from "#app/domain/districts/school-form.ts";
import { useT } from "#app/i18n/locale.tsx";
import type { FormField } from "../field.tsx";
import { SelectField } from "../select-field.tsx";
import { TextField } from "../text-field.tsx";

const GRADES = Array.from({ length: 13 }, (_, grade) => String(grade));

export function SchoolFields({ fields }: { fields: Record<keyof SchoolInput, FormField> }) {
  const t = useT();
  const grades = GRADES.map((value) => ({
    value,
    label: value === "0" ? t("list:filter.grade_k") : t("list:filter.grade_value", { grade: value }),
  }));
  return (
    <>
      <TextField field={fields.name} label={t("settings:schools.name")} maxLength={100} required />
      <TextField field={fields.street} label={t("settings:schools.street")} maxLength={120} required />
      <TextField field={fields.city} label={t("settings:schools.city")} maxLength={80} required />
      <TextField
        field={fields.zip}
        label={t("settings:schools.zip")}
        help={t("settings:schools.zip_help")}
        inputMode="numeric"
        maxLength={5}
        short
        required
      />
      <div className="flex flex-wrap gap-x-6">
        <SelectField field={fields.gradeMin} label={t("settings:schools.grade_from")} options={grades} />
        <SelectField field={fields.gradeMax} label={t("settings:schools.grade_to")} options={grades} />
      </div>
      <div className="flex flex-wrap gap-x-6">
        <TextField field={fields.dayStartsAt} type="time" label={t("settings:schools.first_bell")} required />
        <TextField field={fields.dayEndsAt} type="time" label={t("settings:schools.last_bell")} required />
      </div>
    </>
  );
}
