import { useT } from "#app/i18n/locale.tsx";
import type { FormField } from "./field.tsx";
import { TextField } from "./text-field.tsx";

/** The eight digits of a mail, with or without the space they are written with. */
export function MailCodeField({ field }: { field: FormField }) {
  const t = useT();
  return (
    <TextField
      field={field}
      label={t("account:code.label")}
      help={t("account:code.help")}
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
      required
      short
    />
  );
}
