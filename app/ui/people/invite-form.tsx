import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { InvitedRole } from "#app/domain/people/invitation.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { LOCALES } from "#app/i18n/locales.ts";
import { Button } from "../button.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { IdempotencyKey } from "../idempotency-key.tsx";
import { RadioGroup } from "../radio-group.tsx";
import { SelectField } from "../select-field.tsx";
import { TextField } from "../text-field.tsx";

interface Fields {
  email: string;
  role: string;
  locale: string;
}

/** Asks somebody to join. `placeId`: where, when the page is about several places. */
export function InviteForm({
  id = "invite",
  lastResult,
  roles,
  placeId,
  idempotencyKey,
}: {
  id?: string;
  lastResult: SubmissionResult<string[]> | null | undefined;
  roles: readonly [InvitedRole, ...InvitedRole[]];
  placeId?: string;
  idempotencyKey: string;
}) {
  const t = useT();
  const locale = useLocale();
  const [form, fields] = useForm<Fields>({ id, lastResult: lastResult ?? null });
  return (
    <Form method="post" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <input type="hidden" name="change" value="invite" />
      {placeId && <input type="hidden" name="placeId" value={placeId} />}
      <TextField
        field={fields.email}
        type="email"
        label={t("people:invite.email")}
        help={t("people:invite.email_help")}
        required
        maxLength={254}
      />
      {roles.length > 1 ? (
        <RadioGroup
          field={fields.role}
          legend={t("people:invite.role")}
          defaultValue={String(fields.role.initialValue ?? roles[0])}
          options={roles.map((value) => ({
            value,
            label: t(`people:roles.${value}`),
            help: t(`people:invite.about.${value}`),
          }))}
        />
      ) : (
        <input type="hidden" name="role" value={roles[0]} />
      )}
      <SelectField
        field={fields.locale}
        label={t("people:invite.locale")}
        defaultValue={String(fields.locale.initialValue ?? locale)}
        options={LOCALES.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      <Button icon="mail">{t("people:invite.button")}</Button>
    </Form>
  );
}
