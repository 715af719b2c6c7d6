import { DAYS } from "#app/domain/opportunities/choices.ts";
import { MOST_SHIFTS, REPEATS, type ShiftField } from "#app/domain/opportunities/shifts.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { RowGroups } from "./row-group.tsx";
import { rowField, rowsOf, type Rows } from "./rows.ts";
import type { StepFields } from "./step-form.tsx";

export function ShiftFields({
  fields,
  about,
  inWords,
}: {
  fields: StepFields;
  about: Omit<Rows, "list">;
  /** What is saved, as students read it. */
  inWords: readonly string[];
}) {
  const t = useT();
  const rows = { ...about, list: "shifts" };
  return (
    <>
      <p className="field-help measure mb-4">{t("posting:shift.help")}</p>
      {inWords.length > 0 && (
        <div className="measure mb-5 border-s-4 border-accent ps-3">
          <p className="font-semibold">{t("posting:shift.now")}</p>
          <ul>
            {inWords.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      <RowGroups
        rows={rowsOf(fields.shifts.initialValue)}
        most={MOST_SHIFTS}
        about={rows}
        legend={(number) => t("posting:shift.legend", { number })}
        more={t("posting:shift.new")}
      >
        {(row, index) => <ShiftRow source={(field) => rowField(rows, index, row ?? {}, field)} isNew={!row} />}
      </RowGroups>
      <Button name="then" value="shifts" variant="secondary" icon="plus">
        {t("posting:shift.another")}
      </Button>
    </>
  );
}

function ShiftRow({ source, isNew }: { source: (field: ShiftField) => ReturnType<typeof rowField>; isNew: boolean }) {
  const t = useT();
  const repeats = source("repeats");
  return (
    <>
      <div className="flex flex-wrap gap-x-6">
        <TextField {...source("startsOn")} label={t("posting:shift.startsOn")} type="date" />
        <TextField {...source("startTime")} label={t("posting:shift.startTime")} type="time" />
        <TextField {...source("endTime")} label={t("posting:shift.endTime")} type="time" />
      </div>
      <RadioGroup
        {...repeats}
        defaultValue={repeats.defaultValue ?? "once"}
        legend={t("posting:shift.repeats")}
        columns
        options={REPEATS.map((value) => ({ value, label: t(`posting:shift.repeat.${value}`) }))}
      />
      <div className="repeats-only">
        <CheckboxGroup
          {...source("days")}
          legend={t("posting:shift.days")}
          help={t("posting:shift.days_help")}
          columns
          options={DAYS.map((value) => ({ value, label: t(`opportunity:days.${value}`) }))}
        />
        <TextField
          {...source("until")}
          label={t("posting:shift.until")}
          help={t("posting:shift.until_help")}
          type="date"
          optional
        />
      </div>
      {!isNew && <Checkbox {...source("remove")} label={t("posting:shift.remove")} />}
    </>
  );
}
