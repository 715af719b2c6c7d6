/** Whom a district keeps a listing to, beyond what its partner asks: some grades, some groups; and what it tells readers. */
import { z } from "zod";

export const MOST_GROUPS = 6;
const LONGEST_GROUP = 60;
const LONGEST_NOTE_TO_READERS = 600;

const groups = z
  .string()
  .max(600)
  .default("")
  .transform((typed, issues) => {
    const said = [...new Set(typed.split(/[,\n]/).map((group) => group.trim().replace(/\s+/g, " ")))].filter(Boolean);
    if (said.length > MOST_GROUPS) issues.addIssue({ code: "custom", message: "curating:errors.groups_many" });
    if (said.some((group) => group.length > LONGEST_GROUP))
      issues.addIssue({ code: "custom", message: "curating:errors.groups_long" });
    return said;
  });

/** What the form says; a box that is not checked is not sent. */
export const restrictionFields = {
  onlyGrades: z
    .array(z.number().int().min(0).max(12))
    .max(13)
    .default([])
    .transform((grades) => [...new Set(grades)].toSorted((a, b) => a - b)),
  onlyGroups: groups,
  noteToReaders: z
    .string()
    .trim()
    .max(LONGEST_NOTE_TO_READERS)
    .optional()
    .transform((note) => note || null),
};
