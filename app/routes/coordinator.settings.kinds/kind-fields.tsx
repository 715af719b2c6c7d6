import type { FieldMetadata } from "@conform-to/react";
import { LONGEST_NAME } from "#app/domain/districts/own-words-form.ts";
import { KIND_CODES, STAGES, type Kind } from "#app/domain/opportunities/kinds.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { FieldErrors, type FormField } from "#app/ui/field.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** As it is typed. */
export type KindInput = Record<Kind, { name: string; nameEs: string; stage: string; counts5s3: string }>;

/** Every kind by our name, with a check for what the district offers and what it calls it. */
export function KindFields({
  offered,
  kinds,
}: {
  offered: FormField;
  kinds: { [K in Kind]: FieldMetadata<KindInput[K]> };
}) {
  const t = useT();
  const ours = translator(useLocale());
  const chosen = [offered.initialValue ?? []].flat();
  const stages = STAGES.map((value) => ({ value, label: t(`opportunity:stage.${value}`) }));
  return (
    <fieldset className="field" aria-describedby={offered.descriptionId}>
      <legend>{t("settings:kinds.kinds")}</legend>
      <p id={offered.descriptionId} className="field-help">
        {t("settings:kinds.kinds_help")}
      </p>
      <FieldErrors id={offered.errorId} errors={offered.errors ?? []} />
      <ul key={offered.key} id={offered.id} className="divide-y divide-line border-y border-line">
        {KIND_CODES.map((kind) => {
          const { name, nameEs, stage, counts5s3 } = kinds[kind].getFieldset();
          return (
            <li key={kind} className="py-4">
              <fieldset>
                <legend className="font-semibold">{ours(`opportunity:kind.${kind}`)}</legend>
                <p className="field-help">{ours(`opportunity:kind_about.${kind}`)}</p>
                <label className="choice mb-3">
                  <input
                    type="checkbox"
                    name={offered.name}
                    value={kind}
                    defaultChecked={chosen.includes(kind)}
                    aria-invalid={offered.errors ? true : undefined}
                  />
                  <span>{t("settings:kinds.offer")}</span>
                </label>
                <div className="grid gap-x-6 sm:grid-cols-3">
                  <TextField field={name} label={t("settings:kinds.name")} maxLength={LONGEST_NAME} />
                  <TextField field={nameEs} label={t("settings:kinds.name_es")} maxLength={LONGEST_NAME} />
                  <SelectField field={stage} label={t("settings:kinds.stage")} options={stages} />
                </div>
                <Checkbox field={counts5s3} label={t("settings:kinds.counts_5s3")} />
              </fieldset>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
