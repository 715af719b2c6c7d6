import { z } from "zod";
import { shortNameIfAny } from "#app/domain/districts/settings.ts";
import { tidyLine } from "#app/domain/opportunities/plain-text.ts";
import { DOCUMENT_KINDS } from "#app/domain/organizations/vetting-steps.ts";

/** A step of vetting as an admin writes it; a kind left out asks for no document. */
export const StepForm = z.object({
  name: z
    .string({ error: "vetting:errors.name" })
    .overwrite(tidyLine)
    .min(2, { error: "vetting:errors.name" })
    .max(120),
  nameEs: shortNameIfAny(120),
  documentKind: z
    .enum(DOCUMENT_KINDS)
    .optional()
    .transform((kind) => kind ?? null),
  isRequired: z.boolean().default(false),
  idempotencyKey: z.uuid(),
});
