import { FIRST_FIELDS } from "#app/domain/opportunities/content.ts";
import { useT } from "#app/i18n/locale.tsx";
import { AddressFields } from "../address-fields.tsx";
import { FieldGroup } from "../field-group.tsx";
import type { FormField } from "../field.tsx";
import { GradeFields } from "../grade-fields.tsx";
import {
  AgeField,
  ClosesOnField,
  HowToAskField,
  LanguageField,
  PayField,
  ScheduleField,
  SettingField,
  SummaryField,
  TitleField,
} from "./asked-fields.tsx";
import { KindField } from "./kind-field.tsx";
import { SitePicker, type SavedSite } from "./site-picker.tsx";

export type FirstField = (typeof FIRST_FIELDS)[number];

const ADDRESS = ["street", "city", "state", "zip"] as const;

/** Everything a district asks for of a new opportunity. */
export function FirstFields({
  fields,
  errors,
  address,
  sites = [],
  openAddress = false,
}: {
  fields: Record<FirstField, FormField>;
  errors: Record<string, string[]>;
  /** Where the only organization is; null when there are several, each with its own. */
  address: string | null;
  /** Of the organizations that may post it. */
  sites?: readonly SavedSite[];
  openAddress?: boolean;
}) {
  const t = useT();
  const wrongAddress = ADDRESS.some((field) => errors[field]);
  return (
    <>
      <TitleField field={fields.title} />
      <SummaryField field={fields.summary} label={t("posting:first.summary")} />
      <KindField field={fields.kind} />
      <ScheduleField field={fields.schedule} label={t("posting:first.schedule")} />
      <SettingField field={fields.setting} label={t("posting:first.where")} />
      <details className="field" open={address === "" || wrongAddress || openAddress}>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-primary">
          {address ? t("posting:first.address", { address }) : t("posting:first.other_address")}
        </summary>
        <div className="mt-2">
          {address === null && <p className="field-help mb-3">{t("posting:first.address_help")}</p>}
          <SitePicker sites={sites} />
          <AddressFields fields={fields} />
        </div>
      </details>
      <FieldGroup legend={t("posting:first.who")} help={t("posting:first.who_help")}>
        <GradeFields fields={fields} />
        <AgeField field={fields.ageMin} end="ageMin" />
      </FieldGroup>
      <PayField field={fields.pay} />
      <HowToAskField field={fields.howToAsk} />
      <ClosesOnField field={fields.closesOn} />
      <details className="field">
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-primary">
          {t("partner:field.language")}
        </summary>
        <LanguageField field={fields.language} />
      </details>
    </>
  );
}
