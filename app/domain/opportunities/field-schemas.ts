/** How fields of an opportunity are read: what is empty is null, what is there must be well formed. */
import { z } from "zod";
import { tidyLine, tidyText } from "./plain-text.ts";
import { US_STATES } from "./us-states.ts";

export const orNull = <T>(value: T | undefined) => value ?? null;

export const line = (max: number) =>
  z
    .string()
    .overwrite(tidyLine)
    .max(max)
    .optional()
    .transform((text) => text || null);

export const text = (max: number) =>
  z
    .string()
    .overwrite(tidyText)
    .max(max)
    .optional()
    .transform((text) => text || null);

export const within = (min: number, max: number) => z.number().int().min(min).max(max).optional().transform(orNull);

export const matching = (pattern: RegExp, error: string) =>
  z
    .string()
    .overwrite(tidyLine)
    .refine((text) => text === "" || pattern.test(text), { error })
    .optional()
    .transform((text) => text || null);

export const someOf = <const W extends readonly [string, ...string[]]>(words: W) =>
  z
    .array(z.enum(words))
    .max(50)
    .default([])
    .transform((chosen) => words.filter((word) => chosen.includes(word)) as W[number][]);

export const day = z.iso
  .date({ error: "partner:errors.date" })
  .refine((date) => date >= "2000-01-01" && date <= "2100-12-31", { error: "partner:errors.date_range" })
  .optional()
  .transform(orNull);

/** `HH:MM`; a browser or the database may add seconds. */
export const timeOfDay = matching(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, "partner:errors.time").transform(
  (time) => time?.slice(0, 5) ?? null,
);

export const usState = z
  .string()
  .overwrite((code) => tidyLine(code).toUpperCase())
  .refine((code) => code === "" || US_STATES.includes(code), { error: "partner:errors.state" })
  .optional()
  .transform((code) => code || null);

/** Five digits; four more are read and dropped. */
export const zipCode = matching(/^\d{5}(-\d{4})?$/, "partner:errors.zip").transform((zip) => zip?.slice(0, 5) ?? null);
