import { useT } from "#app/i18n/locale.tsx";
import { CheckboxGroup } from "../checkbox-group.tsx";
import type { FormField } from "../field.tsx";
import { Notice } from "../notice.tsx";
import { TextField } from "../text-field.tsx";
import { useReviewOutlet, type ReviewOutlet } from "./review-outlet.ts";

/** What the fields start with: one line for the labels, as it is typed. */
export const placingDefaults = ({ placing }: ReviewOutlet) => ({ ...placing, labels: placing.labels.join(", ") });

/** Where a listing stands on the district's list: pathways, labels, career areas, schools. */
export function PlacingFields({ fields }: { fields: Record<keyof ReviewOutlet["placing"], FormField> }) {
  const { choices, placing, pathwaysSuggested } = useReviewOutlet();
  const t = useT();
  return (
    <>
      {choices.pathways.length > 0 && (
        <CheckboxGroup
          field={fields.pathwayIds}
          legend={t("coordinator:placing.pathways")}
          help={pathwaysSuggested && placing.pathwayIds.length > 0 ? t("coordinator:placing.pathways_help") : undefined}
          columns
          options={choices.pathways}
        />
      )}
      <Labels field={fields.labels} />
      <CareerAreas field={fields.subClusters} />
      {choices.schools.length > 0 && (
        <details className="mb-5">
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("coordinator:placing.schools")}</summary>
          <CheckboxGroup
            field={fields.schoolIds}
            legend={t("coordinator:placing.schools_legend")}
            help={t("coordinator:placing.schools_help")}
            options={choices.schools}
          />
        </details>
      )}
    </>
  );
}

/** The district's own labels to check, and a line for others; all are sent under one name. */
function Labels({ field }: { field: FormField }) {
  const { labels: offered } = useReviewOutlet();
  const t = useT();
  const chosen = [field.initialValue ?? ""]
    .flat()
    .join(",")
    .split(",")
    .map((label) => label.trim());
  const others = chosen.filter((label) => label !== "" && !offered.includes(label));
  return (
    <>
      {offered.length > 0 && (
        <CheckboxGroup
          name={field.name}
          id={`${field.id}-offered`}
          legend={t("coordinator:placing.labels")}
          options={offered.map((label) => ({ value: label, label }))}
          defaultValue={chosen}
          columns
        />
      )}
      <TextField
        name={field.name}
        id={field.id}
        defaultValue={others.join(", ")}
        error={field.errors?.join(" ")}
        label={t(offered.length > 0 ? "curating:labels_other" : "coordinator:placing.labels")}
        help={t("coordinator:placing.labels_help")}
        optional
      />
    </>
  );
}

function CareerAreas({ field }: { field: FormField }) {
  const { choices, suggested } = useReviewOutlet();
  const t = useT();
  const chosen = [field.initialValue ?? []].flat().map(String);
  const names = choices.clusters
    .flatMap(({ options }) => options)
    .filter(({ value }) => chosen.includes(value))
    .map(({ label }) => label);
  return (
    <div className="mb-5">
      <p className="font-semibold">{t("coordinator:placing.areas")}</p>
      {suggested && <Notice tone="warning">{t("coordinator:placing.areas_suggested")}</Notice>}
      <p className="text-muted">{names.length > 0 ? names.join(" · ") : t("coordinator:placing.areas_none")}</p>
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-primary">
          {t("coordinator:placing.areas_change")}
        </summary>
        <div className="max-h-96 overflow-y-auto rounded-card border border-line p-3">
          {choices.clusters.map(({ code, name, options }) => (
            <CheckboxGroup
              key={code}
              name={field.name}
              id={`${field.id}-${code}`}
              legend={name}
              options={options}
              defaultValue={chosen}
            />
          ))}
        </div>
      </details>
    </div>
  );
}
