import { KIND_CODES, type Kind } from "#app/domain/opportunities/kinds.ts";
import { useT } from "#app/i18n/locale.tsx";
import { FieldErrors, FieldHelp, resolveField, type FormField } from "../field.tsx";

const COMMON_KINDS: readonly Kind[] = [
  "PaidInternship",
  "UnpaidInternship",
  "JobShadowing",
  "Mentorship",
  "ServiceLearning",
  "WorksiteTour",
  "GuestSpeaker",
  "IndustryProject",
];
const OTHER_KINDS = KIND_CODES.filter((kind) => !COMMON_KINDS.includes(kind));

/** Twenty kinds with an explanation each: the frequent ones first, the others a click away, also without script. */
export function KindField({ field }: { field: FormField }) {
  const t = useT();
  const { id, name, key, helpId, errorId, errors, values } = resolveField({ field });
  const choice = (kind: Kind, index: number) => (
    <label key={kind} className="choice">
      <input
        type="radio"
        id={index === 0 ? id : `${id}-${kind}`}
        name={name}
        value={kind}
        defaultChecked={values.includes(kind)}
        aria-invalid={errors.length > 0 || undefined}
      />
      <span>{t(`opportunity:kind.${kind}`)}</span>
      <span className="choice-help">{t(`opportunity:kind_about.${kind}`)}</span>
    </label>
  );
  const choices = "grid gap-x-8 sm:grid-cols-2";
  return (
    <fieldset key={key} className="field max-w-4xl!" aria-describedby={helpId}>
      <legend>{t("partner:field.kind")}</legend>
      <FieldHelp id={helpId}>{t("partner:help.kind")}</FieldHelp>
      <FieldErrors id={errorId} errors={errors} />
      <div className={choices}>{COMMON_KINDS.map(choice)}</div>
      <details open={OTHER_KINDS.some((kind) => values.includes(kind))}>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-primary">{t("partner:more_kinds")}</summary>
        <div className={choices}>{OTHER_KINDS.map((kind) => choice(kind, -1))}</div>
      </details>
    </fieldset>
  );
}
