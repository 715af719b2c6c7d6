import { DOCUMENTS } from "#app/domain/opportunities/choices.ts";
import { useT } from "#app/i18n/locale.tsx";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { ContactFields, HowToAskField } from "#app/ui/posting/asked-fields.tsx";
import { QuestionFields } from "./question-fields.tsx";
import type { StepFields } from "./step-form.tsx";

export function AskingFields({ fields }: { fields: StepFields }) {
  const t = useT();
  return (
    <>
      <HowToAskField field={fields.howToAsk} />
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
      <ContactFields fields={fields} />
    </>
  );
}
