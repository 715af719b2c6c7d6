import { LONGEST } from "#app/domain/opportunities/limits.ts";
import { US_STATES } from "#app/domain/opportunities/us-states.ts";
import { useT } from "#app/i18n/locale.tsx";
import type { FormField } from "./field.tsx";
import { SelectField } from "./select-field.tsx";
import { TextField } from "./text-field.tsx";

/**
 * Where something is: an organization, one of its sites, or what it offers. `need`: what the form asks of it; left out,
 * part of it may be needed.
 */
export function AddressFields({
  fields,
  need,
  zipHelp,
}: {
  fields: Record<"street" | "city" | "state" | "zip", FormField>;
  need?: "optional" | "all but the street";
  zipHelp?: string;
}) {
  const t = useT();
  const asked = { optional: need === "optional", required: need === "all but the street" };
  return (
    <>
      <TextField
        field={fields.street}
        label={t("partner:field.street")}
        optional={need !== undefined}
        maxLength={LONGEST.street}
        autoComplete="street-address"
      />
      <TextField
        field={fields.city}
        label={t("partner:field.city")}
        {...asked}
        maxLength={LONGEST.city}
        autoComplete="address-level2"
      />
      <div className="flex flex-wrap gap-x-6">
        <SelectField
          field={fields.state}
          label={t("partner:field.state")}
          {...asked}
          placeholder={t("partner:choose")}
          options={US_STATES.map((value) => ({ value, label: value }))}
          autoComplete="address-level1"
        />
        <TextField
          field={fields.zip}
          label={t("partner:field.zip")}
          help={zipHelp}
          {...asked}
          short
          inputMode="numeric"
          maxLength={10}
          autoComplete="postal-code"
        />
      </div>
    </>
  );
}
