import { z } from "zod";
import { text } from "../opportunities/field-schemas.ts";
import { settingsForm, shortName } from "./settings.ts";

export const LONGEST_NOTE = 600;
const note = text(LONGEST_NOTE);

/** What the form of a pathway says. */
export const Pathway = z.object({
  ...settingsForm,
  name: shortName(80),
  nameEs: shortName(80),
  about: note,
  aboutEs: note,
  subClusters: z
    .array(z.string().regex(/^\d{6}$/))
    .max(72)
    .default([]),
});

/** As it is typed. */
export type PathwayInput = { name: string; nameEs: string; about: string; aboutEs: string; subClusters: string[] };
