import { LONGEST } from "#app/domain/opportunities/limits.ts";
import { US_STATES } from "#app/domain/opportunities/us-states.ts";
import { useT } from "#app/i18n/locale.tsx";
import type { FormField } from "./field.tsx";
import { SelectField } from "./select-field.tsx";
import { TextField } from "./text-field.tsx";

/** Where an organization or one of its sites is. */
export function AddressFields({ fields }: { fields: Record<"street" | "city" | "state" | "zip", FormField> }) {
  const t = useT();
  return (
    <>
      <TextField
        field={fields.street}
        label={t("joining:field.street")}
        optional
        maxLength={LONGEST.street}
        autoComplete="street-address"
      />
      <TextField field={fields.city} label={t("joining:field.city")} optional maxLength={LONGEST.city} />
      <div className="flex flex-wrap gap-x-6">
        <SelectField
          field={fields.state}
          label={t("joining:field.state")}
          optional
          placeholder={t("joining:field.choose")}
          options={US_STATES.map((value) => ({ value, label: value }))}
        />
        <TextField
          field={fields.zip}
          label={t("joining:field.zip")}
          help={t("profile:zip_help")}
          optional
          short
          inputMode="numeric"
          maxLength={10}
        />
      </div>
    </>
  );
}
