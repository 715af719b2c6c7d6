import { DOCUMENTS } from "#app/domain/opportunities/choices.ts";
import { LONGEST } from "#app/domain/opportunities/limits.ts";
import { useT } from "#app/i18n/locale.tsx";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { QuestionFields } from "./question-fields.tsx";
import type { StepFields } from "./step-form.tsx";

export function AskingFields({ fields }: { fields: StepFields }) {
  const t = useT();
  return (
    <>
      <TextArea
        field={fields.howToAsk}
        label={t("partner:field.howToAsk")}
        help={t("partner:help.howToAsk")}
        maxLength={LONGEST.howToAsk}
        rows={4}
      />
      <QuestionFields field={fields.questions} />
      <CheckboxGroup
        field={fields.documents}
        legend={t("posting:documents.legend")}
        help={t("posting:documents.help")}
        optional
        options={DOCUMENTS.map((value) => ({ value, label: t(`opportunity:document.${value}`) }))}
      />
      <h3>{t("partner:group.contact")}</h3>
      <p className="field-help mb-3">{t("partner:help.contact")}</p>
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
