import { z } from "zod";

/** 16 CFR 312 (COPPA): of a child under 13 nothing is kept. */
export const LEAST_AGE = 13;
export const ADULT_AGE = 18;

/** Month and year are enough to know, and are not stored. */
export const BirthMonth = z.object({
  birthMonth: z.coerce.number().int().min(1).max(12),
  birthYear: z.coerce.number().int().min(1900).max(2200),
});

/** Certainly as old: whoever has their birthday this month counts once the month is over. */
export function isOldEnough(
  { birthYear, birthMonth }: z.output<typeof BirthMonth>,
  now: Date,
  least: number = LEAST_AGE,
): boolean {
  const months = (now.getUTCFullYear() - birthYear) * 12 + (now.getUTCMonth() + 1 - birthMonth);
  return months > least * 12;
}
