import { z } from "zod";
import { settingsForm, shortName, timeOfDay } from "./settings.ts";

const grade = z.number().int().min(0).max(12);

/** What the form of a school says. */
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

/** As it is typed. */
export type SchoolInput = Record<Exclude<keyof z.input<typeof School>, keyof typeof settingsForm>, string>;
