import { z } from "zod";
import { versionRead } from "../listings/curation.ts";

/** What every form of the settings carries. */
export const settingsForm = { version: versionRead, idempotencyKey: z.uuid() };

/** A name that people read, on one line. */
export const shortName = (longest: number) =>
  z
    .string()
    .transform((typed) => typed.trim().replace(/\s+/g, " "))
    .pipe(z.string().min(2).max(longest));

/** The same in Spanish, or any other name that may be left out. */
export const shortNameIfAny = (longest: number) =>
  z
    .string()
    .max(longest)
    .optional()
    .transform((typed) => typed?.trim().replace(/\s+/g, " ") || null);

/** `HH:MM`, as browsers send a time. */
export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  // As Postgres keeps it, so that the same hour is no change.
  .transform((time) => `${time}:00`);
