import { PAY, SPOKEN_LANGUAGES } from "#app/domain/opportunities/choices.ts";
import { LONGEST } from "#app/domain/opportunities/limits.ts";
import { useT } from "#app/i18n/locale.tsx";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { GradeFields } from "#app/ui/grade-fields.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { FieldGroup } from "#app/ui/field-group.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { StepFields } from "./step-form.tsx";

export function WhoFields({ fields }: { fields: StepFields }) {
  const t = useT();
  const age = { type: "number", inputMode: "numeric", min: 5, max: 25, optional: true } as const;
  return (
    <>
      <FieldGroup legend={t("partner:group.grades")}>
        <GradeFields fields={fields} />
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
