import { z } from "zod";
import { shortName, shortNameIfAny } from "#app/domain/districts/settings.ts";
import { useT } from "#app/i18n/locale.tsx";
import type { FormField } from "../field.tsx";
import { TextArea } from "../text-area.tsx";
import { TextField } from "../text-field.tsx";

const aboutIfAny = z
  .string()
  .trim()
  .max(1000)
  .optional()
  .transform((about) => about || null);

export const CollectionText = z.object({
  name: shortName(80),
  nameEs: shortNameIfAny(80),
  about: aboutIfAny,
  aboutEs: aboutIfAny,
  idempotencyKey: z.uuid(),
});

type Name = "name" | "nameEs" | "about" | "aboutEs";
export type CollectionInput = Record<Name, string>;

export function CollectionFields({ fields }: { fields: Record<Name, FormField> }) {
  const t = useT();
  return (
    <>
      <TextField
        field={fields.name}
        label={t("curating:collections.name")}
        help={t("curating:collections.name_help")}
        maxLength={80}
        required
      />
      <TextField field={fields.nameEs} label={t("curating:collections.name_es")} maxLength={80} optional />
      <TextArea field={fields.about} label={t("curating:collections.text")} rows={3} maxLength={1000} optional />
      <TextArea field={fields.aboutEs} label={t("curating:collections.text_es")} rows={3} maxLength={1000} optional />
    </>
  );
}
