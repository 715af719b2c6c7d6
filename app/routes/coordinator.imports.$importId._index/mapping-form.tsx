import { Form, useActionData } from "@remix-run/react";
import { FIELDS, REQUIRED_FIELDS, type Field } from "#app/domain/imports/fields.ts";
import { KIND_CODES } from "#app/domain/opportunities/kinds.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import type { action, ImportPage } from "./route.tsx";

const isRequired = (field: Field) => REQUIRED_FIELDS.some((required) => required === field);

/** A select for each field: mapped ones first, the rest behind "more". */
export function MappingForm({ page }: { page: ImportPage }) {
  const t = useT();
  const errors = Object.values(useActionData<typeof action>()?.lastResult.error ?? {}).flatMap((words) => words ?? []);
  const mapped = FIELDS.filter((field) => page.mapping.columns[field] || isRequired(field));
  const rest = FIELDS.filter((field) => !mapped.includes(field));
  return (
    <section aria-labelledby="columns" className="mt-10">
      <h2 id="columns">{t("imports:check.columns")}</h2>
      <p className="mt-1 text-muted">{t("imports:check.columns_help")}</p>
      <Form method="post" className="mt-4">
        {errors.length > 0 && (
          <Notice tone="danger" live>
            {errors.map((error) => (
              <p key={error}>{error}</p>
            ))}
          </Notice>
        )}
        <IdempotencyKey value={page.keys.mapping} />
        <input type="hidden" name="source" value={page.options.source} />
        <ColumnSelects fields={mapped} page={page} />
        {rest.length > 0 && (
          <details className="my-4" open={mapped.length <= REQUIRED_FIELDS.length}>
            <summary className="cursor-pointer font-semibold">{t("imports:check.more_columns")}</summary>
            <ColumnSelects fields={rest} page={page} />
          </details>
        )}
        {page.unusedColumns.length > 0 && (
          <p className="my-3 text-sm break-words text-muted">
            {t("imports:check.unused", { names: page.unusedColumns.join(", ") })}
          </p>
        )}
        <Choices page={page} />
        <Button variant="secondary" icon="eye">
          {t("imports:check.again")}
        </Button>
      </Form>
    </section>
  );
}

function ColumnSelects({ fields, page }: { fields: readonly Field[]; page: ImportPage }) {
  const t = useT();
  const options = page.columns.map(({ name, sample }) => ({
    value: name,
    label: sample ? `${name} (${sample})` : name,
  }));
  return (
    <div className="grid grid-cols-1 items-start gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
      {fields.map((field) => (
        <SelectField
          key={field}
          name={field}
          id={`column-${field}`}
          label={
            isRequired(field)
              ? `${t(`imports:fields.${field}`)} (${t("imports:check.required")})`
              : t(`imports:fields.${field}`)
          }
          options={options}
          placeholder={t("imports:check.not_in_file")}
          defaultValue={page.mapping.columns[field]}
        />
      ))}
    </div>
  );
}

function Choices({ page }: { page: ImportPage }) {
  const t = useT();
  const { defaults } = page.mapping;
  return (
    <fieldset className="mt-4">
      <legend className="text-lg font-semibold">{t("imports:check.defaults")}</legend>
      <div className="grid grid-cols-1 items-start gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        <SelectField
          name="defaultKind"
          label={t("imports:check.default_kind")}
          options={KIND_CODES.map((value) => ({ value, label: t(`opportunity:kind.${value}`) }))}
          defaultValue={defaults.kind}
        />
        <SelectField
          name="dateOrder"
          label={t("imports:check.date_order")}
          options={(["mdy", "dmy"] as const).map((value) => ({ value, label: t(`imports:check.date_order_${value}`) }))}
          placeholder={t("imports:check.date_order_unset")}
          defaultValue={defaults.dateOrder}
        />
        <RadioGroup
          name="mode"
          legend={t("imports:choices.mode")}
          options={(["review", "publish"] as const).map((value) => ({ value, label: t(`imports:choices.${value}`) }))}
          defaultValue={page.options.mode}
        />
      </div>
      <Checkbox
        name="shiftDates"
        label={t("imports:choices.shift")}
        help={t("imports:choices.shift_help")}
        defaultValue={page.options.shiftDates ? "on" : null}
      />
    </fieldset>
  );
}
