import { useT } from "#app/i18n/locale.tsx";
import { Button } from "../button.tsx";
import { SelectField } from "../select-field.tsx";

export interface SavedSite {
  id: string;
  label: string;
}

/** Fills the address with one of the organization's sites by a button, so that it needs no script. */
export function SitePicker({ sites }: { sites: readonly SavedSite[] }) {
  const t = useT();
  if (sites.length === 0) return null;
  return (
    <div className="mb-4 flex flex-wrap items-end gap-x-3">
      <SelectField
        name="siteId"
        id="site-picker"
        label={t("posting:saved_site.label")}
        placeholder={t("partner:choose")}
        options={sites.map(({ id, label }) => ({ value: id, label }))}
      />
      <Button name="then" value="site" variant="secondary" icon="map-pin" className="mb-5">
        {t("posting:saved_site.use")}
      </Button>
    </div>
  );
}
