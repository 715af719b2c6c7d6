import type { FieldMetadata } from "@conform-to/react";
import { LONGEST_TERM } from "#app/domain/districts/own-words-form.ts";
import { STAGES, type Stage } from "#app/domain/opportunities/kinds.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { TextField } from "#app/ui/text-field.tsx";

/** As it is typed. */
export type StageInput = Record<Stage, { en: string; es: string }>;

/** What the district calls the four stages. */
export function StageFields({ stages }: { stages: { [S in Stage]: FieldMetadata<StageInput[S]> } }) {
  const t = useT();
  const ours = translator(useLocale());
  return (
    <fieldset className="field">
      <legend>{t("settings:kinds.stages")}</legend>
      <p className="field-help">{t("settings:kinds.stages_help")}</p>
      {STAGES.map((code) => {
        const { en, es } = stages[code].getFieldset();
        const stage = ours(`opportunity:stage.${code}`);
        return (
          <div key={code} className="grid gap-x-6 sm:grid-cols-2">
            <TextField field={en} label={t("settings:kinds.stage_en", { stage })} maxLength={LONGEST_TERM} />
            <TextField field={es} label={t("settings:kinds.stage_es", { stage })} maxLength={LONGEST_TERM} />
          </div>
        );
      })}
    </fieldset>
  );
}
