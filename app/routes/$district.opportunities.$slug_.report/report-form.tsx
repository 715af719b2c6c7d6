import type { FormMetadata } from "@conform-to/react";
import { LONGEST_REPORT, REPORT_REASONS } from "#app/domain/listings/reader-reports.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { FormField } from "#app/ui/field.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

export type ReportFields = { reason: string; text: string };

/** What is wrong, in a choice and a few words. */
export function ReportForm({
  form,
  fields,
  district,
  idempotencyKey,
}: {
  form: FormMetadata<ReportFields, string[]>;
  fields: Record<keyof ReportFields, FormField>;
  district: { name: string; contactEmail: string };
  idempotencyKey: string;
}) {
  const t = useT();
  return (
    <>
      <p className="my-5">{t("reports:form.lede", { district: district.name })}</p>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <RadioGroup
        field={fields.reason}
        legend={t("reports:form.reason")}
        options={REPORT_REASONS.map((value) => ({ value, label: t(`reports:reason.${value}`) }))}
      />
      <TextArea
        field={fields.text}
        label={t("reports:form.text")}
        help={t("reports:form.text_help")}
        optional
        maxLength={LONGEST_REPORT}
        rows={4}
      />
      <div className="visually-hidden" aria-hidden="true">
        <label>
          {t("reports:form.trap")}
          <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <Button icon="send">{t("reports:form.button")}</Button>
      <p className="mt-6 text-muted">
        {t("reports:form.urgent")} <a href={`mailto:${district.contactEmail}`}>{district.contactEmail}</a>
      </p>
    </>
  );
}
