import { LONGEST_NOTE, type PathwayInput } from "#app/domain/districts/pathway-form.ts";
import { useT } from "#app/i18n/locale.tsx";
import { CheckboxGroup } from "../checkbox-group.tsx";
import { FieldErrors, type FormField } from "../field.tsx";
import type { Option } from "../select-field.tsx";
import { TextArea } from "../text-area.tsx";
import { TextField } from "../text-field.tsx";

export interface ClusterChoices {
  code: string;
  name: string;
  options: Option[];
}

/** The pathway's names, and what work it prepares for, by career cluster. */
export function PathwayFields({
  fields,
  clusters,
}: {
  fields: Record<keyof PathwayInput, FormField>;
  clusters: readonly ClusterChoices[];
}) {
  const t = useT();
  const { subClusters } = fields;
  const chosen = [subClusters.initialValue ?? []].flat().map(String);
  return (
    <>
      <TextField field={fields.name} label={t("settings:pathways.name")} maxLength={80} required />
      <TextField field={fields.nameEs} label={t("settings:pathways.name_es")} maxLength={80} required />
      <TextArea
        field={fields.about}
        label={t("settings:pathways.about")}
        help={t("settings:pathways.about_help")}
        maxLength={LONGEST_NOTE}
        rows={3}
      />
      <TextArea
        field={fields.aboutEs}
        label={t("settings:pathways.about_es")}
        maxLength={LONGEST_NOTE}
        rows={3}
        lang="es"
      />
      <fieldset className="field">
        <legend>{t("settings:pathways.areas")}</legend>
        <p className="field-help">{t("settings:pathways.areas_help")}</p>
        <FieldErrors id={subClusters.errorId} errors={subClusters.errors ?? []} />
        {clusters.map(({ code, name, options }) => {
          const count = options.filter(({ value }) => chosen.includes(value)).length;
          return (
            <details key={code} open={count > 0} className="border-b border-line">
              <summary className="min-h-11 cursor-pointer py-2 font-semibold">
                {name}
                {count > 0 && <span className="text-muted"> ({count})</span>}
              </summary>
              <CheckboxGroup
                name={subClusters.name}
                id={`${subClusters.id}-${code}`}
                legend={<span className="sr-only">{name}</span>}
                options={options}
                defaultValue={chosen}
                columns
              />
            </details>
          );
        })}
      </fieldset>
    </>
  );
}
