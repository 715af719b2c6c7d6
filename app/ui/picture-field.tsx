import { PICTURE_TYPES } from "#app/domain/files/picture.ts";
import { useT } from "#app/i18n/locale.tsx";
import type { FormField } from "./field.tsx";
import { TextField } from "./text-field.tsx";

/** `again`: the form came back, and a browser does not keep the file that was chosen. */
export function PictureField({ field, label, again }: { field: FormField; label: string; again: boolean }) {
  const t = useT();
  return (
    <TextField
      field={field}
      type="file"
      accept={PICTURE_TYPES.join(",")}
      label={label}
      help={
        <>
          {t("profile:picture.help")}
          {again && <strong> {t("profile:picture.again")}</strong>}
        </>
      }
    />
  );
}
