import { CLEARANCES, COSTS, SPOKEN_LANGUAGES } from "#app/domain/opportunities/choices.ts";
import { LONGEST } from "#app/domain/opportunities/limits.ts";
import { useT } from "#app/i18n/locale.tsx";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { GradeFields } from "#app/ui/grade-fields.tsx";
import { PayField, AgeField } from "#app/ui/posting/asked-fields.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { FieldGroup } from "#app/ui/field-group.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { StepFields } from "./step-form.tsx";

export function WhoFields({ fields }: { fields: StepFields }) {
  const t = useT();
  return (
    <>
      <FieldGroup legend={t("partner:group.grades")}>
        <GradeFields fields={fields} />
      </FieldGroup>
      <FieldGroup legend={t("partner:group.ages")} help={t("partner:help.age")}>
        <AgeField field={fields.ageMin} end="ageMin" />
        <AgeField field={fields.ageMax} end="ageMax" />
      </FieldGroup>
      <PayField field={fields.pay} />
      <TextField
        field={fields.payDetail}
        label={t("partner:field.payDetail")}
        help={t("partner:help.payDetail")}
        optional
        maxLength={LONGEST.payDetail}
      />
      <Checkbox field={fields.earnsCredit} label={t("partner:field.earnsCredit")} />
      <Checkbox field={fields.serviceHours} label={t("partner:field.serviceHours")} />
      <RadioGroup
        field={fields.cost}
        legend={t("partner:field.cost")}
        optional
        columns
        options={COSTS.map((value) => ({ value, label: t(`opportunity:cost.${value}`) }))}
      />
      <TextField
        field={fields.costDetail}
        label={t("partner:field.costDetail")}
        help={t("partner:help.costDetail")}
        optional
        maxLength={LONGEST.costDetail}
      />
      <RadioGroup
        field={fields.clearance}
        legend={t("partner:field.clearance")}
        optional
        columns
        options={CLEARANCES.map((value) => ({ value, label: t(`opportunity:clearance.${value}`) }))}
      />
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
