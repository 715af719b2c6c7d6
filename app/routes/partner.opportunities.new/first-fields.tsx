import { PAY, SETTINGS } from "#app/domain/opportunities/choices.ts";
import { FIRST_FIELDS } from "#app/domain/opportunities/content.ts";
import { LONGEST } from "#app/domain/opportunities/limits.ts";
import { useT } from "#app/i18n/locale.tsx";
import { PlaceFields } from "#app/ui/place-fields.tsx";
import { KindField, LanguageField } from "#app/ui/basics-fields.tsx";
import { FieldGroup } from "#app/ui/field-group.tsx";
import type { FormField } from "#app/ui/field.tsx";
import { GradeFields } from "#app/ui/grade-fields.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export type FirstField = (typeof FIRST_FIELDS)[number];

const ADDRESS = ["street", "city", "state", "zip"] as const;

export function FirstFields({
  fields,
  errors,
  address,
}: {
  fields: Record<FirstField, FormField>;
  errors: Record<string, string[]>;
  /** Where the only organization is; null when there are several, each with its own. */
  address: string | null;
}) {
  const t = useT();
  const wrongAddress = ADDRESS.some((field) => errors[field]);
  return (
    <>
      <TextField
        field={fields.title}
        label={t("partner:field.title")}
        help={t("partner:help.title")}
        maxLength={LONGEST.title}
      />
      <TextArea
        field={fields.summary}
        label={t("posting:first.summary")}
        help={t("partner:help.summary")}
        maxLength={LONGEST.summary}
        rows={3}
      />
      <KindField field={fields.kind} />
      <TextField
        field={fields.schedule}
        label={t("posting:first.schedule")}
        help={t("partner:help.schedule")}
        maxLength={LONGEST.schedule}
      />
      <RadioGroup
        field={fields.setting}
        legend={t("posting:first.where")}
        columns
        options={SETTINGS.map((value) => ({ value, label: t(`opportunity:setting.${value}`) }))}
      />
      <details className="field" open={address === "" || wrongAddress}>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-primary">
          {address ? t("posting:first.address", { address }) : t("posting:first.other_address")}
        </summary>
        <div className="mt-2">
          {address === null && <p className="field-help mb-3">{t("posting:first.address_help")}</p>}
          <PlaceFields fields={fields} />
        </div>
      </details>
      <FieldGroup legend={t("posting:first.who")} help={t("posting:first.who_help")}>
        <GradeFields fields={fields} />
        <TextField
          field={fields.ageMin}
          label={t("partner:field.ageMin")}
          type="number"
          inputMode="numeric"
          min={5}
          max={25}
          optional
        />
      </FieldGroup>
      <RadioGroup
        field={fields.pay}
        legend={t("partner:field.pay")}
        columns
        options={PAY.map((value) => ({ value, label: t(`opportunity:pay.${value}`) }))}
      />
      <TextArea
        field={fields.howToAsk}
        label={t("partner:field.howToAsk")}
        help={t("partner:help.howToAsk")}
        maxLength={LONGEST.howToAsk}
        rows={3}
      />
      <TextField
        field={fields.closesOn}
        label={t("partner:field.closesOn")}
        help={t("partner:help.closesOn")}
        type="date"
        optional
      />
      <details className="field">
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-primary">
          {t("partner:field.language")}
        </summary>
        <LanguageField field={fields.language} />
      </details>
    </>
  );
}
