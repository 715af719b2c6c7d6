import { z } from "zod";
import { shortName, shortNameIfAny } from "../districts/settings.ts";

/** Drafts and scheduled ones of a district. */
export const MOST_DRAFTS = 20;
export const LONGEST_NOTE = 4000;

const noteIfAny = z
  .string()
  .trim()
  .max(LONGEST_NOTE)
  .optional()
  .transform((note) => note || null);

/** What the form of an edition says. */
export const EditionText = z.object({
  title: shortName(120),
  titleEs: shortNameIfAny(120),
  note: noteIfAny,
  noteEs: noteIfAny,
  idempotencyKey: z.uuid(),
});

/** As it is typed. */
export type EditionInput = Record<"title" | "titleEs" | "note" | "noteEs", string>;
