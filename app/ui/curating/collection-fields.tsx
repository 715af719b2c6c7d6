import type { CollectionInput } from "#app/domain/listings/collections.ts";
import { useT } from "#app/i18n/locale.tsx";
import type { FormField } from "../field.tsx";
import { TextArea } from "../text-area.tsx";
import { TextField } from "../text-field.tsx";

export function CollectionFields({ fields }: { fields: Record<keyof CollectionInput, FormField> }) {
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
