import { LONGEST_NOTE, type EditionInput } from "#app/domain/editions/editions.ts";
import { useT } from "#app/i18n/locale.tsx";
import type { FormField } from "../field.tsx";
import { TextArea } from "../text-area.tsx";
import { TextField } from "../text-field.tsx";

export function EditionFields({ fields }: { fields: Record<keyof EditionInput, FormField> }) {
  const t = useT();
  return (
    <>
      <TextField
        field={fields.title}
        label={t("editing:text.title")}
        help={t("editing:text.title_help")}
        maxLength={120}
        required
      />
      <TextField field={fields.titleEs} label={t("editing:text.title_es")} maxLength={120} optional />
      <TextArea
        field={fields.note}
        label={t("editing:text.note")}
        help={t("editing:text.note_help")}
        rows={6}
        maxLength={LONGEST_NOTE}
        optional
      />
      <TextArea field={fields.noteEs} label={t("editing:text.note_es")} rows={6} maxLength={LONGEST_NOTE} optional />
    </>
  );
}
