import { z } from "zod";
import { settingsForm, shortName, timeOfDay } from "#app/domain/districts/settings.ts";
import { useT } from "#app/i18n/locale.tsx";
import type { FormField } from "../field.tsx";
import { SelectField } from "../select-field.tsx";
import { TextField } from "../text-field.tsx";

const grade = z.number().int().min(0).max(12);

export const School = z
  .object({
    ...settingsForm,
    name: shortName(100),
    street: shortName(120),
    city: shortName(80),
    zip: z.string().regex(/^\d{5}$/, { error: "people:districts.errors.zip" }),
    gradeMin: grade,
    gradeMax: grade,
    dayStartsAt: timeOfDay,
    dayEndsAt: timeOfDay,
  })
  .refine(({ gradeMin, gradeMax }) => gradeMin <= gradeMax, {
    error: "settings:schools.grades_reversed",
    path: ["gradeMax"],
  })
  .refine(({ dayStartsAt, dayEndsAt }) => dayStartsAt < dayEndsAt, {
    error: "settings:schools.bells_reversed",
    path: ["dayEndsAt"],
  });

type Name = Exclude<keyof z.input<typeof School>, keyof typeof settingsForm>;
export type SchoolInput = Record<Name, string>;

const GRADES = Array.from({ length: 13 }, (_, grade) => String(grade));

export function SchoolFields({ fields }: { fields: Record<Name, FormField> }) {
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
