import { LONGEST } from "#app/domain/opportunities/limits.ts";
import { useT } from "#app/i18n/locale.tsx";
import { FieldErrors, FieldHelp, resolveField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { StepFields, StepPage } from "./step-form.tsx";
import { SuggestedFromText } from "./suggested-from-text.tsx";

export interface AreaGroup {
  name: string;
  options: { value: string; label: string }[];
}

export function WhatFields({ fields, page }: { fields: StepFields; page: StepPage }) {
  const t = useT();
  return (
    <>
      <TextArea
        field={fields.description}
        label={t("partner:field.description")}
        help={t("partner:help.description")}
        maxLength={LONGEST.description}
        rows={7}
      />
      <TextArea
        field={fields.tasks}
        label={t("partner:field.tasks")}
        help={t("partner:help.tasks")}
        optional
        maxLength={LONGEST.tasks}
        rows={4}
      />
      <TextField
        field={fields.places}
        label={t("partner:field.places")}
        help={t("partner:help.places")}
        type="number"
        inputMode="numeric"
        min={1}
        max={500}
      />
      <SuggestedFromText suggestions={page.suggestions} areas={page.areas} />
      <TextField
        field={fields.skills}
        label={t("partner:field.skills")}
        help={t("partner:help.skills")}
        optional
        maxLength={LONGEST.skills}
      />
      <Areas fields={fields} areas={page.areas} suggested={page.suggested} />
    </>
  );
}

/** Seventy-two areas are too many to read: the clusters are closed but for those with a choice in them. */
function Areas({ fields, areas, suggested }: { fields: StepFields; areas: readonly AreaGroup[]; suggested: boolean }) {
  const t = useT();
  const { id, name, key, helpId, errorId, errors, values } = resolveField({ field: fields.subClusters });
  return (
    <fieldset key={key} id={id} tabIndex={-1} className="field" aria-describedby={helpId}>
      <legend>
        {t("partner:field.subClusters")} <span className="field-optional">{t("form.optional")}</span>
      </legend>
      <FieldHelp id={helpId}>{t("partner:help.subClusters")}</FieldHelp>
      <FieldErrors id={errorId} errors={errors} />
      {suggested && <Notice>{t("partner:help.subClustersSuggested")}</Notice>}
      <div className="divide-y divide-line rounded-card border border-line bg-surface">
        {areas.map((cluster) => {
          const count = cluster.options.filter(({ value }) => values.includes(value)).length;
          return (
            <details key={cluster.name} open={count > 0} className="px-3">
              <summary className="flex min-h-11 cursor-pointer items-center justify-between gap-3 font-semibold">
                {cluster.name}
                {count > 0 && (
                  <span className="text-sm text-primary">{t("partner:sub_clusters.chosen", { count })}</span>
                )}
              </summary>
              <div className="choices pb-2">
                {cluster.options.map(({ value, label }) => (
                  <label key={value} className="choice">
                    <input type="checkbox" name={name} value={value} defaultChecked={values.includes(value)} />
                    <span>{label}</span>
                  </label>
                ))}
              </div>
            </details>
          );
        })}
      </div>
    </fieldset>
  );
}
