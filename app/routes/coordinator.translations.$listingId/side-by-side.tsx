import { LONGEST } from "#app/domain/opportunities/limits.ts";
import { spanishOf, type TranslatedField } from "#app/domain/translation/translations.ts";
import { useT } from "#app/i18n/locale.tsx";
import type { FormField } from "#app/ui/field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export type TranslationFields = Record<TranslatedField, FormField>;

/** A field's English, and its Spanish. */
export interface Side {
  field: TranslatedField;
  english: string;
  /** The English that the saved Spanish was made of, where it reads otherwise now. */
  older: string | null;
  /** The partner's own Spanish, which goes first. */
  partners: string | null;
  /** The district's Spanish as it is saved. */
  saved: string | null;
}

interface Shown {
  side: Side;
  fields: TranslationFields;
  /** What was typed stands in the field; somebody else may have saved something since. */
  wasRefused: boolean;
}

const ROWS: Record<TranslatedField, number> = { title: 1, summary: 4, description: 10, requirements: 4 };

export function SideBySide({ side, fields, wasRefused }: Shown) {
  const { field, english, older, partners, saved } = side;
  const t = useT();
  const words = { field: fields[field], label: t(`partner:field.${spanishOf(field)}`), optional: true };
  const control = { maxLength: LONGEST[field], lang: "es", spellCheck: true };
  return (
    <section
      aria-labelledby={`${field}-english`}
      className="mb-8 grid gap-x-8 gap-y-4 border-t border-line pt-5 md:grid-cols-2"
    >
      <div className="min-w-0">
        <h2 id={`${field}-english`} className="mb-1 text-base">
          {t(`partner:field.${field}`)}
        </h2>
        <p lang="en" className="wrap-anywhere whitespace-pre-line">
          {english}
        </p>
        {older && <Aside summary={t("translations:page.older")} text={older} lang="en" />}
      </div>
      <div className="min-w-0">
        {partners ? (
          <>
            <p className="mb-1 font-semibold">{t("translations:page.by_partner")}</p>
            <p lang="es" className="wrap-anywhere whitespace-pre-line">
              {partners}
            </p>
          </>
        ) : field === "title" ? (
          <TextField {...words} {...control} />
        ) : (
          <TextArea {...words} {...control} rows={ROWS[field]} />
        )}
        {wasRefused && saved && <Aside summary={t("translations:page.saved_now")} text={saved} lang="es" />}
      </div>
    </section>
  );
}

const Aside = ({ summary, text, lang }: { summary: string; text: string; lang: "en" | "es" }) => (
  <details className="mt-2">
    <summary className="min-h-11 cursor-pointer py-2 text-muted">{summary}</summary>
    <p lang={lang} className="border-s-4 border-line ps-3 wrap-anywhere whitespace-pre-line">
      {text}
    </p>
  </details>
);
