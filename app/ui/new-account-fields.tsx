import { useT } from "#app/i18n/locale.tsx";
import type { FormField } from "./field.tsx";
import { NewPasswordField } from "./password-field.tsx";
import { TextField } from "./text-field.tsx";

/** Who signs up and how they will sign in: by a password, or without one by links in mails. */
export function NewAccountFields({ fields }: { fields: Record<"name" | "email" | "password", FormField> }) {
  const t = useT();
  return (
    <>
      <TextField field={fields.name} label={t("joining:field.name")} autoComplete="name" maxLength={80} required />
      <TextField
        field={fields.email}
        label={t("joining:field.email")}
        help={t("joining:field.email_help")}
        type="email"
        autoComplete="email"
        maxLength={254}
        required
      />
      <NewPasswordField
        field={fields.password}
        label={t("joining:field.password")}
        help={t("joining:field.password_help")}
        optional
      />
    </>
  );
}
