import { LONGEST } from "#app/domain/opportunities/limits.ts";
import { US_STATES } from "#app/domain/opportunities/us-states.ts";
import { useT } from "#app/i18n/locale.tsx";
import type { FormField } from "./field.tsx";
import { SelectField } from "./select-field.tsx";
import { TextField } from "./text-field.tsx";

/** Where an opportunity takes place. */
export function PlaceFields({ fields }: { fields: Record<"street" | "city" | "state" | "zip", FormField> }) {
  const t = useT();
  return (
    <>
      <TextField field={fields.street} label={t("partner:field.street")} maxLength={LONGEST.street} />
      <TextField field={fields.city} label={t("partner:field.city")} maxLength={LONGEST.city} />
      <div className="flex flex-wrap gap-x-6">
        <SelectField
          field={fields.state}
          label={t("partner:field.state")}
          placeholder={t("partner:choose")}
          options={US_STATES.map((value) => ({ value, label: value }))}
        />
        <TextField
          field={fields.zip}
          label={t("partner:field.zip")}
          short
          inputMode="numeric"
          maxLength={10}
          placeholder="61201"
        />
      </div>
    </>
  );
}
