/** What the page of a new opportunity and the parts of one both ask, each said and bounded in one place. */
import { PAY, SETTINGS } from "#app/domain/opportunities/choices.ts";
import { LONGEST } from "#app/domain/opportunities/limits.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { useT } from "#app/i18n/locale.tsx";
import type { FormField } from "../field.tsx";
import { RadioGroup } from "../radio-group.tsx";
import { TextArea } from "../text-area.tsx";
import { TextField } from "../text-field.tsx";

interface Asked {
  field: FormField;
  /** In other words than the field's own. */
  label?: string;
}

/** Any day a text may name. */
export const DATES = { min: "2000-01-01", max: "2100-12-31" };

export function TitleField({ field }: Asked) {
  const t = useT();
  return (
    <TextField
      field={field}
      label={t("partner:field.title")}
      help={t("partner:help.title")}
      maxLength={LONGEST.title}
    />
  );
}

export function SummaryField({ field, label }: Asked) {
  const t = useT();
  return (
    <TextArea
      field={field}
      label={label ?? t("partner:field.summary")}
      help={t("partner:help.summary")}
      maxLength={LONGEST.summary}
      rows={3}
    />
  );
}

export function LanguageField({ field }: Asked) {
  const t = useT();
  return (
    <RadioGroup
      field={field}
      legend={t("partner:field.language")}
      columns
      options={LOCALES.map((value) => ({ value, label: t(`partner:written_in.${value}`) }))}
    />
  );
}

export function ScheduleField({ field, label }: Asked) {
  const t = useT();
  return (
    <TextField
      field={field}
      label={label ?? t("partner:field.schedule")}
      help={t("partner:help.schedule")}
      maxLength={LONGEST.schedule}
    />
  );
}

export function ClosesOnField({ field }: Asked) {
  const t = useT();
  return (
    <TextField
      field={field}
      label={t("partner:field.closesOn")}
      help={t("partner:help.closesOn")}
      type="date"
      optional
      {...DATES}
    />
  );
}

export function SettingField({ field, label }: Asked) {
  const t = useT();
  return (
    <RadioGroup
      field={field}
      legend={label ?? t("partner:field.setting")}
      columns
      options={SETTINGS.map((value) => ({ value, label: t(`opportunity:setting.${value}`) }))}
    />
  );
}

export function AgeField({ field, end }: Asked & { end: "ageMin" | "ageMax" }) {
  const t = useT();
  return (
    <TextField
      field={field}
      label={t(`partner:field.${end}`)}
      type="number"
      inputMode="numeric"
      min={5}
      max={25}
      optional
    />
  );
}

export function PayField({ field }: Asked) {
  const t = useT();
  return (
    <RadioGroup
      field={field}
      legend={t("partner:field.pay")}
      columns
      options={PAY.map((value) => ({ value, label: t(`opportunity:pay.${value}`) }))}
    />
  );
}

export function HowToAskField({ field }: Asked) {
  const t = useT();
  return (
    <TextArea
      field={field}
      label={t("partner:field.howToAsk")}
      help={t("partner:help.howToAsk")}
      maxLength={LONGEST.howToAsk}
      rows={3}
    />
  );
}

/** Whom the district can call; readers do not see it. */
export function ContactFields({
  fields,
}: {
  fields: Record<"contactName" | "contactEmail" | "contactPhone", FormField>;
}) {
  const t = useT();
  return (
    <>
      <TextField
        field={fields.contactName}
        label={t("partner:field.contactName")}
        optional
        maxLength={LONGEST.contactName}
      />
      <TextField
        field={fields.contactEmail}
        label={t("partner:field.contactEmail")}
        type="email"
        maxLength={LONGEST.contactEmail}
      />
      <TextField
        field={fields.contactPhone}
        label={t("partner:field.contactPhone")}
        type="tel"
        optional
        maxLength={LONGEST.contactPhone}
      />
    </>
  );
}
