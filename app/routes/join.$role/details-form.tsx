import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import type { FamilyRole } from "#app/domain/people/invitation.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { NewAccountFields } from "#app/ui/new-account-fields.tsx";
import { SelectField, type Option } from "#app/ui/select-field.tsx";

export function DetailsForm({
  role,
  district,
  schools,
  proof,
  idempotencyKey,
  lastResult,
}: {
  role: FamilyRole;
  district: { slug: string };
  schools: Option[];
  proof: string;
  idempotencyKey: string;
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const [form, fields] = useForm<Record<"name" | "email" | "password" | "schoolId", string>>({
    id: "join",
    lastResult,
  });
  const t = useT();
  const locale = useLocale();
  return (
    <form method="post" action={paths.join.family(locale, role, district.slug)} {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <input type="hidden" name="proof" value={proof} />
      <NewAccountFields fields={fields} />
      {role === "student" && (
        <SelectField
          field={fields.schoolId}
          label={t("joining:field.school")}
          optional
          placeholder={t("joining:field.no_school")}
          options={schools}
        />
      )}
      <Button>{t("joining:create_account")}</Button>
    </form>
  );
}
