import { z } from "zod";
import { tidyLine } from "#app/domain/opportunities/plain-text.ts";
import { DOCUMENT_KINDS } from "#app/domain/organizations/vetting-steps.ts";

const day = z.iso
  .date({ error: "joining:errors.date" })
  .optional()
  .transform((date) => date ?? null);

/** On the server only: `File` beside a schema would bring zod to browsers. */
export const DocumentForm = z.object({
  documentKind: z.enum(DOCUMENT_KINDS, { error: "vetting:errors.document_kind" }),
  subject: z
    .string()
    .overwrite(tidyLine)
    .max(120)
    .optional()
    .transform((subject) => subject || null),
  issuedOn: day,
  expiresOn: day,
  // A browser sends a file without a name when none was chosen.
  file: z
    .instanceof(File)
    .optional()
    .transform((file) => (file?.name ? file : null)),
  idempotencyKey: z.uuid(),
});
