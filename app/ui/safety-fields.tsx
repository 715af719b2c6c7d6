import { HAZARD_CODES, hazardRule, type Hazard } from "#app/domain/opportunities/child-labor-rules.ts";
import { useT } from "#app/i18n/locale.tsx";
import { CheckboxGroup } from "./checkbox-group.tsx";
import { resolveField, type FormField } from "./field.tsx";

/** Few postings name these: they are folded away. */
const RARE: readonly Hazard[] = ["logging", "explosives", "radioactive", "brick", "coal_mining", "mining"];
const isBarred = (code: Hazard) => hazardRule(code).notBefore === 18;
const COMMON_18 = HAZARD_CODES.filter((code) => isBarred(code) && !RARE.includes(code));
const BEFORE_16 = HAZARD_CODES.filter((code) => !isBarred(code));

/** What students would run or do that child-labor rules name; three groups of one field. */
export function SafetyFields({ field }: { field: FormField }) {
  const t = useT();
  const { id, values } = resolveField({ field });
  const options = (codes: readonly Hazard[]) =>
    codes.map((value) => ({ value, label: t(`opportunity:hazard.${value}`) }));
  const more = { name: field.name, defaultValue: values };
  return (
    <>
      <CheckboxGroup
        field={field}
        legend={t("rules:safety.legend_18")}
        help={t("rules:safety.help_18")}
        optional
        options={options(COMMON_18)}
      />
      <CheckboxGroup
        {...more}
        key={`16 ${field.key ?? ""}`}
        id={`${id}-under-16`}
        legend={t("rules:safety.legend_16")}
        help={t("rules:safety.help_16")}
        optional
        options={options(BEFORE_16)}
      />
      <details open={RARE.some((code) => values.includes(code))}>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("rules:safety.legend_rare")}</summary>
        <CheckboxGroup
          {...more}
          key={`rare ${field.key ?? ""}`}
          id={`${id}-rare`}
          legend={<span className="visually-hidden">{t("rules:safety.legend_rare")}</span>}
          options={options(RARE)}
        />
      </details>
    </>
  );
}
