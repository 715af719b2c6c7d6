import { useState } from "react";
import { LONGEST } from "#app/domain/opportunities/limits.ts";
import { MOST_QUESTIONS, protectedAreas } from "#app/domain/opportunities/questions.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { FieldErrors, FieldHelp, resolveField, type FormField } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { listInWords } from "#app/ui/listing-words.ts";
import { TextField } from "#app/ui/text-field.tsx";

/** Always room for two more, until there are enough. */
const SPARE = 2;

export function QuestionFields({ field }: { field: FormField }) {
  const t = useT();
  const { id, name, key, helpId, errorId, errors, values } = resolveField({ field });
  const shown = Math.min(MOST_QUESTIONS, values.length + SPARE);
  return (
    <fieldset key={key} className="field" aria-describedby={helpId}>
      <legend>
        {t("posting:questions.legend")} <span className="field-optional">{t("form.optional")}</span>
      </legend>
      <FieldHelp id={helpId}>{t("posting:questions.help")}</FieldHelp>
      <FieldErrors id={errorId} errors={errors} />
      {Array.from({ length: shown }, (_, index) => (
        <Question
          key={index}
          id={index === 0 ? id : `${id}-${index}`}
          name={name}
          number={index + 1}
          asked={values[index] ?? ""}
        />
      ))}
    </fieldset>
  );
}

function Question({ id, name, number, asked }: { id: string; name: string; number: number; asked: string }) {
  const t = useT();
  const locale = useLocale();
  const [question, setQuestion] = useState(asked);
  const areas = protectedAreas(question).map((area) => t(`posting:questions.area.${area}`));
  return (
    <div>
      <TextField
        {...{ id, name, defaultValue: asked }}
        label={t("posting:questions.label", { number })}
        maxLength={LONGEST.question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <div role="status">
        {areas.length > 0 && (
          <p className="mb-4 flex gap-2 font-semibold text-warning">
            <Icon name="triangle-alert" />
            {t("posting:questions.careful", { areas: listInWords(locale, areas) })}
          </p>
        )}
      </div>
    </div>
  );
}
