import { DAYS } from "#app/domain/opportunities/choices.ts";
import { LONGEST } from "#app/domain/opportunities/limits.ts";
import { useT } from "#app/i18n/locale.tsx";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { FieldGroup } from "#app/ui/field-group.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { StepFields } from "./step-form.tsx";

const DATES = { min: "2000-01-01", max: "2100-12-31" };

export function WhenFields({ fields }: { fields: StepFields }) {
  const t = useT();
  return (
    <>
      <TextField
        field={fields.schedule}
        label={t("partner:field.schedule")}
        help={t("partner:help.schedule")}
        maxLength={LONGEST.schedule}
      />
      <CheckboxGroup
        field={fields.days}
        legend={t("partner:field.days")}
        optional
        columns
        options={DAYS.map((value) => ({ value, label: t(`opportunity:days.${value}`) }))}
      />
      <FieldGroup legend={t("partner:group.hours")}>
        <TextField field={fields.startTime} label={t("partner:field.startTime")} type="time" optional />
        <TextField field={fields.endTime} label={t("partner:field.endTime")} type="time" optional />
      </FieldGroup>
      <TextField
        field={fields.hoursPerWeek}
        label={t("partner:field.hoursPerWeek")}
        help={t("partner:help.hoursPerWeek")}
        type="number"
        inputMode="numeric"
        min={1}
        max={60}
        optional
      />
      <FieldGroup legend={t("partner:group.dates")}>
        <TextField field={fields.startsOn} label={t("partner:field.startsOn")} type="date" optional {...DATES} />
        <TextField field={fields.endsOn} label={t("partner:field.endsOn")} type="date" optional {...DATES} />
      </FieldGroup>
      <TextField
        field={fields.closesOn}
        label={t("partner:field.closesOn")}
        help={t("partner:help.closesOn")}
        type="date"
        optional
        {...DATES}
      />
    </>
  );
}
