import { useT } from "#app/i18n/locale.tsx";
import type { FormField } from "../field.tsx";
import { SelectField } from "../select-field.tsx";
import { TextField } from "../text-field.tsx";

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1));

/** When somebody was born, asked without a hint at which answer opens what. */
export function BirthMonthFields({ year, month }: { year: FormField; month: FormField }) {
  const t = useT();
  return (
    <fieldset>
      <legend className="field-label">{t("people:age.legend")}</legend>
      <p className="field-help">{t("people:age.help")}</p>
      <div className="flex flex-wrap gap-4">
        <SelectField
          field={month}
          label={t("people:age.month")}
          placeholder="—"
          options={MONTHS.map((value) => ({ value, label: value }))}
        />
        <TextField field={year} label={t("people:age.year")} inputMode="numeric" short autoComplete="off" />
      </div>
    </fieldset>
  );
}
