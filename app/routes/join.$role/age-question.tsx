import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import type { FamilyRole } from "#app/domain/people/invitation.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** Month and year, and no word about which answer leads on. */
export function AgeQuestion({
  role,
  district,
  lastResult,
  askAgain,
}: {
  role: FamilyRole;
  district: { slug: string };
  lastResult: SubmissionResult<string[]> | undefined;
  askAgain: boolean;
}) {
  const [form, fields] = useForm<{ month: string; year: string }>({ id: "age", lastResult });
  const t = useT();
  const locale = useLocale();
  const name = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  const months = Array.from({ length: 12 }, (_, month) => ({
    value: String(month + 1),
    label: name.format(new Date(Date.UTC(2000, month, 1))),
  }));
  return (
    <form method="post" action={paths.join.family(locale, role, district.slug)} {...getFormProps(form)}>
      {askAgain && <Notice tone="warning">{t("joining:age.again")}</Notice>}
      <ErrorSummary form={form} />
      <h2 className="mb-1">{t("joining:age.title")}</h2>
      <p className="field-help mb-4">{t("joining:age.help")}</p>
      <div className="flex flex-wrap gap-x-6">
        <SelectField
          field={fields.month}
          label={t("joining:age.month")}
          placeholder={t("joining:age.choose")}
          options={months}
          autoComplete="bday-month"
          required
        />
        <TextField
          field={fields.year}
          label={t("joining:age.year")}
          inputMode="numeric"
          autoComplete="bday-year"
          maxLength={4}
          short
          required
        />
      </div>
      <Button>{t("joining:go_on")}</Button>
    </form>
  );
}
