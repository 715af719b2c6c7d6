import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { LONGEST_SITE_NAME } from "#app/domain/organizations/profile-limits.ts";
import { useT } from "#app/i18n/locale.tsx";
import { AddressFields } from "./address-fields.tsx";
import { Button } from "./button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { IdempotencyKey } from "./idempotency-key.tsx";
import { TextField } from "./text-field.tsx";

export type TypedSite = Record<"name" | "street" | "city" | "state" | "zip", string | null>;

/** A new site of an organization, or one that is there. */
export function SiteForm({
  site,
  version,
  idempotencyKey,
  lastResult,
}: {
  site?: TypedSite;
  version: number;
  idempotencyKey: string;
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<TypedSite>({ id: "site", lastResult, ...(site && { defaultValue: site }) });
  const labels = {
    name: t("profile:site.name"),
    ...{ street: t("partner:field.street"), city: t("partner:field.city") },
    ...{ state: t("partner:field.state"), zip: t("partner:field.zip") },
  };
  return (
    <Form method="post" {...getFormProps(form)}>
      <ErrorSummary form={form} labels={labels} />
      <IdempotencyKey value={idempotencyKey} />
      <input type="hidden" name="version" value={version} />
      <TextField
        field={fields.name}
        label={t("profile:site.name")}
        help={t("profile:site.name_help")}
        maxLength={LONGEST_SITE_NAME}
      />
      <AddressFields fields={fields} need="optional" zipHelp={t("profile:zip_help")} />
      <Button>{t("profile:site.save")}</Button>
    </Form>
  );
}
