import { z } from "zod";
import { settingsForm } from "#app/domain/districts/settings.ts";
import { LONGEST_ALT } from "#app/domain/files/picture.ts";
import { tidyLine } from "#app/domain/opportunities/plain-text.ts";
import { pictureField } from "#app/http/picture-form.server.ts";

export const LogoForm = z.object({
  ...settingsForm,
  picture: pictureField,
  alt: z
    .string({ error: "settings:logo.alt_missing" })
    .overwrite(tidyLine)
    .min(2, { error: "settings:logo.alt_missing" })
    .max(LONGEST_ALT),
});
