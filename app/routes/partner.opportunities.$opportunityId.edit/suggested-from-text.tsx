import type { Suggestions } from "#app/domain/opportunities/suggesting.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { listInWords } from "#app/ui/listing-words.ts";
import type { AreaGroup } from "./what-fields.tsx";

const SHOWN_WORDS = 3;

interface Offered {
  value: string;
  label: string;
  because: string[];
}

/** Skills and areas that the saved text speaks of, each to keep or to drop. The button saves first, so it needs no script. */
export function SuggestedFromText({
  suggestions,
  areas,
}: {
  suggestions: Suggestions | null;
  areas: readonly AreaGroup[];
}) {
  const t = useT();
  const nameOf = (code: string) =>
    areas.flatMap(({ options }) => options).find(({ value }) => value === code)?.label ?? code;
  const skills = (suggestions?.skills ?? []).map(({ skill, because }) => ({ value: skill, label: skill, because }));
  const found = (suggestions?.subClusters ?? []).map(({ code, because }) => ({
    ...{ value: code, because },
    label: nameOf(code),
  }));
  const isEmpty = suggestions !== null && skills.length + found.length === 0;
  return (
    <div id="suggestions" tabIndex={-1} className="mb-6 rounded-card border border-line bg-sunken px-4 py-4">
      <p className="measure mb-3">{t("posting:suggest.about")}</p>
      {skills.length > 0 && <Kept name="keptSkills" legend={t("posting:suggest.skills")} offered={skills} />}
      {found.length > 0 && <Kept name="subClusters" legend={t("posting:suggest.areas")} offered={found} />}
      {isEmpty && <p className="mb-3 font-semibold">{t("posting:suggest.none")}</p>}
      <Button name="then" value="suggest" variant="secondary" icon="search">
        {t(suggestions === null ? "posting:suggest.button" : "posting:suggest.again")}
      </Button>
    </div>
  );
}

function Kept({ name, legend, offered }: { name: string; legend: string; offered: readonly Offered[] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <div className="choices">
        {offered.map(({ value, label, because }) => (
          <label key={value} className="choice">
            <input type="checkbox" name={name} value={value} defaultChecked />
            <span>{label}</span>
            <span className="choice-help">
              {t("posting:suggest.because", { words: listInWords(locale, because.slice(0, SHOWN_WORDS)) })}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
