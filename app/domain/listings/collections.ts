import { z } from "zod";
import { shortName, shortNameIfAny } from "../districts/settings.ts";

export const MOST_COLLECTIONS = 50;
export const MOST_IN_COLLECTION = 200;

const aboutIfAny = z
  .string()
  .trim()
  .max(1000)
  .optional()
  .transform((about) => about || null);

/** What the form of a collection says. */
export const CollectionText = z.object({
  name: shortName(80),
  nameEs: shortNameIfAny(80),
  about: aboutIfAny,
  aboutEs: aboutIfAny,
  idempotencyKey: z.uuid(),
});

/** As it is typed. */
export type CollectionInput = Record<"name" | "nameEs" | "about" | "aboutEs", string>;
