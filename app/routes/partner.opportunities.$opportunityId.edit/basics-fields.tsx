import { LanguageField, SummaryField, TitleField } from "#app/ui/posting/asked-fields.tsx";
import { KindField } from "#app/ui/posting/kind-field.tsx";
import type { StepFields } from "./step-form.tsx";

/** What an opportunity is: its first step. */
export function BasicsFields({ fields }: { fields: StepFields }) {
  return (
    <>
      <TitleField field={fields.title} />
      <SummaryField field={fields.summary} />
      <KindField field={fields.kind} />
      <LanguageField field={fields.language} />
    </>
  );
}
