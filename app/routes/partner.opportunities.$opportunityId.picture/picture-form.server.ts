import { z } from "zod";
import { LONGEST_ALT } from "#app/domain/files/picture.ts";
import { tidyLine } from "#app/domain/opportunities/plain-text.ts";
import { pictureField } from "#app/http/picture-form.server.ts";

/** A new picture, or other words for the one that is there. */
export const PictureForm = z.object({
  picture: pictureField,
  alt: z
    .string({ error: "profile:picture.alt_missing" })
    .overwrite(tidyLine)
    .min(1, { error: "profile:picture.alt_missing" })
    .max(LONGEST_ALT),
  version: z.number().int().min(1).max(2_000_000_000),
  idempotencyKey: z.uuid(),
});
