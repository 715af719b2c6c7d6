import { Form } from "@remix-run/react";
import {
  PARTNER_NEEDS,
  PARTNER_SORTS,
  type PartnerFilter,
  type PartnerSort,
} from "#app/domain/organizations/partnership-filters.ts";
import { SECTORS } from "#app/domain/organizations/sectors.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** Narrows the table by its address, so that it can be kept and sent. */
export function PartnerFilterForm({ filter, sort }: { filter: PartnerFilter; sort: PartnerSort }) {
  const t = useT();
  return (
    <Form method="get" className="mb-5 grid items-end gap-x-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]">
      <input type="hidden" name="show" value={filter.show} />
      <TextField name="q" type="search" label={t("vetting:list.q")} defaultValue={filter.q} maxLength={100} />
      <SelectField
        name="sector"
        label={t("vetting:list.sector")}
        placeholder={t("vetting:list.any")}
        defaultValue={filter.sector}
        options={SECTORS.map((value) => ({ value, label: t(`opportunity:sector.${value}`) }))}
      />
      <SelectField
        name="need"
        label={t("vetting:list.need")}
        placeholder={t("vetting:list.any")}
        defaultValue={filter.need}
        options={PARTNER_NEEDS.map((value) => ({ value, label: t(`vetting:list.needs.${value}`) }))}
      />
      <SelectField
        name="sort"
        label={t("vetting:list.sort")}
        defaultValue={sort}
        options={PARTNER_SORTS.map((value) => ({ value, label: t(`vetting:list.sorts.${value}`) }))}
      />
      <Button variant="secondary" icon="search" className="mb-[1.4rem]">
        {t("vetting:list.show")}
      </Button>
    </Form>
  );
}
