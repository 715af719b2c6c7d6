import { useState, type ReactNode } from "react";
import { LEAST_CHARACTERS, MOST_CHARACTERS } from "#app/domain/people/password-rules.ts";
import { useT } from "#app/i18n/locale.tsx";
import { describedBy, Field, resolveField, type FormField } from "./field.tsx";

interface Password {
  field: FormField;
  label: ReactNode;
  help?: ReactNode;
}

/**
 * A password, which may be pasted and, where scripts run, looked at: by React on a desk, by `app/enhance` on a public
 * page. It is never filled in by us.
 */
export function PasswordField({
  field,
  label,
  help,
  autoComplete = "current-password",
  minLength,
  optional = false,
}: Password & { autoComplete?: "current-password" | "new-password"; minLength?: number; optional?: boolean }) {
  const [shown, setShown] = useState(false);
  const t = useT();
  const resolved = resolveField({ field });
  return (
    <Field resolved={resolved} words={{ label, help, optional }}>
      <input
        {...describedBy(resolved, help)}
        type={shown ? "text" : "password"}
        id={resolved.id}
        name={resolved.name}
        className="control"
        required={!optional}
        autoComplete={autoComplete}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        minLength={minLength}
        maxLength={MOST_CHARACTERS * 4}
      />
      <label className="choice password-look">
        <input
          type="checkbox"
          data-shows={resolved.id}
          checked={shown}
          onChange={({ currentTarget }) => setShown(currentTarget.checked)}
        />
        <span>{t("security:password.show")}</span>
      </label>
    </Field>
  );
}

/** A password to be; `least` is fewer characters for whoever has a second factor. */
export function NewPasswordField({
  least = LEAST_CHARACTERS,
  help,
  ...rest
}: Password & { least?: number | undefined; optional?: boolean }) {
  const t = useT();
  const rules = t("security:password.help", { count: least });
  return <PasswordField {...rest} help={help ?? rules} autoComplete="new-password" minLength={least} />;
}
