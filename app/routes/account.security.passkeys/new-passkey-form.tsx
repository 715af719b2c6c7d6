import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { canCreatePasskey, createPasskey } from "#app/enhance/create-passkey.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** Its button asks the device first, then sends what the device made. */
export function NewPasskeyForm({
  asksPassword,
  lastResult,
}: {
  asksPassword: boolean;
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<{ name: string; currentPassword: string }>({ id: "new-passkey", lastResult });
  const credential = useRef<HTMLInputElement>(null);
  const [able, setAble] = useState<boolean>();
  const [failed, setFailed] = useState(false);
  useEffect(() => setAble(canCreatePasskey()), []);
  // What was sent is used up, whatever became of it.
  useEffect(() => void (credential.current && (credential.current.value = "")), [lastResult]);

  async function askDevice(event: FormEvent<HTMLFormElement>) {
    if (!credential.current || credential.current.value) return;
    event.preventDefault();
    const { currentTarget } = event;
    setFailed(false);
    try {
      credential.current.value = await createPasskey(paths.account.passkeyChallenge());
      currentTarget.requestSubmit();
    } catch {
      setFailed(true);
    }
  }

  return (
    <section aria-labelledby="new">
      <h2 id="new">{t("security:passkeys.new")}</h2>
      <noscript>
        <p className="mt-2">{t("security:passkeys.refused.script")}</p>
      </noscript>
      {able === false && <Notice>{t("security:passkeys.unable")}</Notice>}
      <Form method="post" {...getFormProps(form)} onSubmit={(event) => void askDevice(event)} className="mt-3">
        <ErrorSummary
          form={form}
          labels={{ name: t("security:passkeys.name"), currentPassword: t("security:app.password") }}
        />
        {failed && (
          <Notice tone="warning" live>
            {t("security:passkeys.not_made")}
          </Notice>
        )}
        <input type="hidden" name="credential" ref={credential} />
        <TextField
          field={fields.name}
          label={t("security:passkeys.name")}
          help={t("security:passkeys.name_help")}
          maxLength={60}
          required
        />
        {asksPassword && <PasswordField field={fields.currentPassword} label={t("security:app.password")} />}
        <Button disabled={able === false}>{t("security:passkeys.add")}</Button>
      </Form>
    </section>
  );
}
