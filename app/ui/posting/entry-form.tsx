import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { FIRST_FIELDS } from "#app/domain/opportunities/content.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "../button.tsx";
import { Checkbox } from "../checkbox.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { IdempotencyKey } from "../idempotency-key.tsx";
import { ContactFields } from "./asked-fields.tsx";
import { FirstFields, type FirstField } from "./first-fields.tsx";

const CONTACT = ["contactName", "contactEmail", "contactPhone"] as const;
type EntryField = FirstField | (typeof CONTACT)[number];

interface Props {
  typed: Partial<Record<EntryField, string | number | null>>;
  /** Where the organization is. */
  address: string;
  idempotencyKey: string;
  lastResult: SubmissionResult<string[]> | undefined;
  /** Of the text that is corrected; left out: it is entered. */
  version?: number;
  /** Who would be asked to claim it; left out: it is not asked here. */
  asked?: "members" | "contact";
}

/** What a partner says on the phone, on the page it would post on itself. */
export function EntryForm({ typed, address, idempotencyKey, lastResult, version, asked }: Props) {
  const t = useT();
  const texts = Object.entries(typed).map(([field, value]) => [field, value === null ? "" : String(value)]);
  const [form, fields] = useForm<Record<EntryField | "asksPartner", string>>({
    id: "entry",
    lastResult,
    defaultValue: { ...Object.fromEntries(texts), ...(asked && { asksPartner: "on" }) },
  });
  const labels = Object.fromEntries(
    [...FIRST_FIELDS, ...CONTACT].map((field) => [field, t(`partner:field.${field}`).replace(/[¿?]/g, "")]),
  );
  return (
    <Form method="post" {...getFormProps(form)}>
      <ErrorSummary form={form} labels={labels} />
      <IdempotencyKey value={idempotencyKey} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <FirstFields fields={fields} errors={form.allErrors} address={address} />
      <h2 className="mb-1">{t("queue:entry.contact")}</h2>
      <p className="field-help mb-3">{t("partner:help.contact")}</p>
      <ContactFields fields={fields} />
      {asked && (
        <Checkbox
          field={fields.asksPartner}
          label={t("queue:entry.asks_partner")}
          help={t(`queue:entry.asks_partner_${asked}`)}
        />
      )}
      <Button icon="send">{t(version === undefined ? "queue:entry.button" : "queue:entry.correct_button")}</Button>
    </Form>
  );
}
