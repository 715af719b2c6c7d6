import { PAY, SPOKEN_LANGUAGES } from "#app/domain/opportunities/choices.ts";
import { LONGEST } from "#app/domain/opportunities/limits.ts";
import { useT } from "#app/i18n/locale.tsx";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { FieldGroup } from "./field-group.tsx";
import type { StepFields } from "./step-form.tsx";

const GRADES = Array.from({ length: 13 }, (_, grade) => grade);

export function WhoFields({ fields }: { fields: StepFields }) {
  const t = useT();
  const grades = GRADES.map((grade) => ({
    value: String(grade),
    label: grade === 0 ? t("partner:grade_k") : t("partner:grade", { grade }),
  }));
  const age = { type: "number", inputMode: "numeric", min: 5, max: 25, optional: true } as const;
  return (
    <>
      <FieldGroup legend={t("partner:group.grades")}>
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
      </FieldGroup>
      <FieldGroup legend={t("partner:group.ages")} help={t("partner:help.age")}>
        <TextField field={fields.ageMin} label={t("partner:field.ageMin")} {...age} />
        <TextField field={fields.ageMax} label={t("partner:field.ageMax")} {...age} />
      </FieldGroup>
      <RadioGroup
        field={fields.pay}
        legend={t("partner:field.pay")}
        options={PAY.map((value) => ({ value, label: t(`opportunity:pay.${value}`) }))}
      />
      <TextField
        field={fields.payDetail}
        label={t("partner:field.payDetail")}
        help={t("partner:help.payDetail")}
        optional
        maxLength={LONGEST.payDetail}
      />
      <Checkbox field={fields.earnsCredit} label={t("partner:field.earnsCredit")} />
      <TextArea
        field={fields.requirements}
        label={t("partner:field.requirements")}
        help={t("partner:help.requirements")}
        optional
        maxLength={LONGEST.requirements}
        rows={3}
      />
      <CheckboxGroup
        field={fields.languages}
        legend={t("partner:field.languages")}
        optional
        columns
        options={SPOKEN_LANGUAGES.map((value) => ({ value, label: t(`opportunity:spoken.${value}`) }))}
      />
    </>
  );
}
