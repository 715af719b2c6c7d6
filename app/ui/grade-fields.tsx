import { useT } from "#app/i18n/locale.tsx";
import type { FormField } from "./field.tsx";
import { SelectField } from "./select-field.tsx";

const GRADES = Array.from({ length: 13 }, (_, grade) => grade);

export function GradeFields({ fields }: { fields: Record<"gradeMin" | "gradeMax", FormField> }) {
  const t = useT();
  const grades = GRADES.map((grade) => ({
    value: String(grade),
    label: grade === 0 ? t("partner:grade_k") : t("partner:grade", { grade }),
  }));
  return (
    <>
      <SelectField
        field={fields.gradeMin}
        label={t("partner:field.gradeMin")}
        placeholder={t("partner:choose")}
        options={grades}
      />
      <SelectField
        field={fields.gradeMax}
        label={t("partner:field.gradeMax")}
        placeholder={t("partner:choose_grade")}
        options={grades}
        optional
      />
    </>
  );
}
