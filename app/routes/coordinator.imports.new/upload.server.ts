import { z } from "zod";
import { IMPORT_MODES } from "#app/domain/imports/report.ts";

/** On the server only: `File` beside a schema would bring zod to browsers. */
export const Upload = z.object({
  idempotencyKey: z.uuid(),
  // A browser sends a file without a name when none was chosen.
  file: z
    .instanceof(File, { error: "imports:new.missing_file" })
    .refine((file) => file.name !== "", { error: "imports:new.missing_file" }),
  source: z.string().trim().max(120).optional(),
  mode: z.enum(IMPORT_MODES),
  shiftDates: z.boolean().default(false),
});
