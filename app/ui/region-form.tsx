import { getFormProps, type FormMetadata } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "./button.tsx";
import { CheckboxGroup } from "./checkbox-group.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import type { FormField } from "./field.tsx";
import { IdempotencyKey } from "./idempotency-key.tsx";
import type { Option } from "./select-field.tsx";
import { TextField } from "./text-field.tsx";

export type RegionInput = { name: string; nameEs: string; districtIds: string[] };

/** A region's name and its districts; `children`: what a new one is asked besides, or which version was read. */
export function RegionForm<Fields extends Record<string, unknown>>({
  form,
  fields,
  districts,
  idempotencyKey,
  button,
  children,
}: {
  form: FormMetadata<Fields, string[]>;
  fields: Record<"name" | "nameEs" | "districtIds", FormField>;
  districts: Option[];
  idempotencyKey: string;
  button: string;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-2xl">
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <TextField field={fields.name} label={t("front:regions.name")} maxLength={100} required />
      <TextField field={fields.nameEs} label={t("front:regions.name_es")} maxLength={100} lang="es" optional />
      {children}
      <CheckboxGroup field={fields.districtIds} legend={t("front:regions.districts")} options={districts} />
      <Button icon="check">{button}</Button>
    </Form>
  );
}
