import { SECTORS } from "#app/domain/organizations/sectors.ts";
import { LONGEST } from "#app/domain/opportunities/limits.ts";
import { US_STATES } from "#app/domain/opportunities/us-states.ts";
import { useT } from "#app/i18n/locale.tsx";
import type { FormField } from "#app/ui/field.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export type OrganizationField = "name" | "sector" | "about" | "website" | "street" | "city" | "state" | "zip";

export function OrganizationFields({ fields }: { fields: Record<OrganizationField, FormField> }) {
  const t = useT();
  return (
    <>
      <TextField
        field={fields.name}
        label={t("joining:organization.name")}
        maxLength={120}
        autoComplete="organization"
        required
      />
      <SelectField
        field={fields.sector}
        label={t("joining:field.sector")}
        placeholder={t("joining:field.choose")}
        options={SECTORS.map((value) => ({ value, label: t(`opportunity:sector.${value}`) }))}
        required
      />
      <TextField
        field={fields.website}
        label={t("joining:field.website")}
        type="url"
        optional
        maxLength={300}
        autoComplete="url"
      />
      <TextField
        field={fields.street}
        label={t("joining:field.street")}
        optional
        maxLength={LONGEST.street}
        autoComplete="street-address"
      />
      <TextField
        field={fields.city}
        label={t("joining:field.city")}
        maxLength={LONGEST.city}
        autoComplete="address-level2"
        required
      />
      <div className="flex flex-wrap gap-x-6">
        <SelectField
          field={fields.state}
          label={t("joining:field.state")}
          placeholder={t("joining:field.choose")}
          options={US_STATES.map((value) => ({ value, label: value }))}
          autoComplete="address-level1"
          required
        />
        <TextField
          field={fields.zip}
          label={t("joining:field.zip")}
          short
          inputMode="numeric"
          maxLength={10}
          autoComplete="postal-code"
          required
        />
      </div>
      <TextArea
        field={fields.about}
        label={t("joining:field.about")}
        help={t("joining:field.about_help")}
        optional
        maxLength={1000}
        rows={3}
      />
    </>
  );
}
