import { SEARCH_CADENCES } from "#app/domain/saved/searches.ts";
import { useT } from "#app/i18n/locale.tsx";
import type { FormField } from "../field.tsx";
import { RadioGroup } from "../radio-group.tsx";

/** How often a saved search writes. */
export function CadenceChoice({ field }: { field: FormField }) {
  const t = useT();
  return (
    <RadioGroup
      field={field}
      legend={t("saved:cadence.legend")}
      options={SEARCH_CADENCES.map((value) => ({
        value,
        label: t(`saved:cadence.${value}`),
        ...(value === "at_once" && { help: t("saved:cadence.at_once_help") }),
      }))}
    />
  );
}
