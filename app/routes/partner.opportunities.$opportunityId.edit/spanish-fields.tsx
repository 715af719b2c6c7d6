import { LONGEST } from "#app/domain/opportunities/limits.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { StepFields, StepPage } from "./step-form.tsx";

const TEXTS = [
  ["summary", "summaryEs", 3],
  ["description", "descriptionEs", 8],
  ["requirements", "requirementsEs", 3],
] as const;

/** The same in Spanish, each text below its English; what is left out is shown in English, and marked. */
export function SpanishFields({ fields, page: { english } }: { fields: StepFields; page: Pick<StepPage, "english"> }) {
  const t = useT();
  if (!english) return <Notice title={t("posting:spanish.already")} />;
  return (
    <>
      <p className="mb-5 measure">{t("posting:spanish.about")}</p>
      <English text={english.title} />
      <TextField
        field={fields.titleEs}
        label={t("partner:field.titleEs")}
        optional
        maxLength={LONGEST.title}
        lang="es"
        spellCheck
      />
      {TEXTS.map(([written, field, rows]) => (
        <div key={field}>
          <English text={english[written]} />
          <TextArea
            field={fields[field]}
            label={t(`partner:field.${field}`)}
            optional
            maxLength={LONGEST[written]}
            rows={rows}
            lang="es"
            spellCheck
          />
        </div>
      ))}
    </>
  );
}

function English({ text }: { text: string | null }) {
  const t = useT();
  if (!text) return null;
  return (
    <details className="mb-1">
      <summary className="min-h-11 cursor-pointer py-2 text-muted">{t("posting:spanish.english")}</summary>
      <p lang="en" className="mb-2 whitespace-pre-line border-s-4 border-line ps-3">
        {text}
      </p>
    </details>
  );
}
