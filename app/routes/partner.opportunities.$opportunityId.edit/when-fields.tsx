import { DAYS } from "#app/domain/opportunities/choices.ts";
import { useT } from "#app/i18n/locale.tsx";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { FieldGroup } from "#app/ui/field-group.tsx";
import { ClosesOnField, DATES, ScheduleField } from "#app/ui/posting/asked-fields.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { StepFields } from "./step-form.tsx";

export function WhenFields({ fields }: { fields: StepFields }) {
  const t = useT();
  return (
    <>
      <ScheduleField field={fields.schedule} />
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
      <ClosesOnField field={fields.closesOn} />
    </>
  );
}
