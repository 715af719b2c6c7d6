import { z } from "zod";
import { settingsForm, shortName } from "./settings.ts";

/** What the form of a pathway says. */
export const Pathway = z.object({
  ...settingsForm,
  name: shortName(80),
  nameEs: shortName(80),
  subClusters: z
    .array(z.string().regex(/^\d{6}$/))
    .max(72)
    .default([]),
});

/** As it is typed. */
export type PathwayInput = { name: string; nameEs: string; subClusters: string[] };
