import { SECTORS } from "#app/domain/organizations/sectors.ts";
import { useT } from "#app/i18n/locale.tsx";
import { AddressFields } from "./address-fields.tsx";
import type { FormField } from "./field.tsx";
import { SelectField } from "./select-field.tsx";
import { TextArea } from "./text-area.tsx";
import { TextField } from "./text-field.tsx";

export type OrganizationField = "name" | "sector" | "about" | "website" | "street" | "city" | "state" | "zip";

/** What is asked of a new organization: of somebody of it, or of a coordinator who writes it down. */
export function OrganizationFields({
  fields,
  isTheirs = false,
}: {
  fields: Record<OrganizationField, FormField>;
  isTheirs?: boolean;
}) {
  const t = useT();
  return (
    <>
      <TextField
        field={fields.name}
        label={t(isTheirs ? "queue:entry.organization_name" : "joining:organization.name")}
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
      <AddressFields fields={fields} need="all but the street" />
      <TextArea
        field={fields.about}
        label={t(isTheirs ? "queue:entry.organization_about" : "joining:field.about")}
        help={t("joining:field.about_help")}
        optional
        maxLength={1000}
        rows={3}
      />
    </>
  );
}
