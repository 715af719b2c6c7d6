import { ACCESS, TRANSPORT } from "#app/domain/opportunities/choices.ts";
import { LONGEST } from "#app/domain/opportunities/limits.ts";
import { useT } from "#app/i18n/locale.tsx";
import { AddressFields } from "#app/ui/address-fields.tsx";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { SettingField } from "#app/ui/posting/asked-fields.tsx";
import { SitePicker, type SavedSite } from "#app/ui/posting/site-picker.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { StepFields } from "./step-form.tsx";

export function WhereFields({ fields, sites }: { fields: StepFields; sites: readonly SavedSite[] }) {
  const t = useT();
  return (
    <>
      <SettingField field={fields.setting} />
      <h3>{t("partner:group.address")}</h3>
      <p className="field-help mb-3">{t("partner:help.address")}</p>
      <SitePicker sites={sites} />
      <AddressFields fields={fields} />
      <CheckboxGroup
        field={fields.transport}
        legend={t("partner:field.transport")}
        optional
        options={TRANSPORT.map((value) => ({ value, label: t(`opportunity:transport.${value}`) }))}
      />
      <TextField
        field={fields.busStop}
        label={t("partner:field.busStop")}
        help={t("partner:help.busStop")}
        optional
        maxLength={LONGEST.busStop}
      />
      <TextArea
        field={fields.transportDetail}
        label={t("partner:field.transportDetail")}
        help={t("partner:help.transportDetail")}
        optional
        maxLength={LONGEST.transportDetail}
        rows={2}
      />
      <CheckboxGroup
        field={fields.access}
        legend={t("partner:field.access")}
        optional
        options={ACCESS.map((value) => ({ value, label: t(`opportunity:access.${value}`) }))}
      />
    </>
  );
}
