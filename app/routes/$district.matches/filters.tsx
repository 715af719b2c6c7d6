import { AGES, RADII, TIMES, TRAVEL } from "#app/domain/interests/interest-profile.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { MatchesPageContent } from "./matches-page.server.ts";
import { sayGrade } from "#app/i18n/reason-in-words.ts";

type FilterWords = MatchesPageContent["filters"];

/** What a reader tells beside their interests. A form that asks by GET: all of it ends up in the address. */
export function Filters({ filters, district }: { filters: FilterWords; district: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <form method="get" action={paths.matches(locale, district)} className="match-filters" id="filters">
      <h2>{t("interests:matches.filters.heading")}</h2>
      {filters.answers && <input type="hidden" name="a" value={filters.answers} />}
      {(["more", "less"] as const).flatMap((wish) =>
        filters[wish].map((code) => <input key={`${wish} ${code}`} type="hidden" name={wish} value={code} />),
      )}
      <SelectField
        name="grade"
        label={t("interests:matches.filters.grade")}
        defaultValue={filters.grade}
        placeholder={t("interests:matches.filters.grade_any")}
        options={filters.grades.map((grade) => ({
          value: String(grade),
          label: grade === 0 ? sayGrade(t, grade) : t("interests:matches.grade_option", { grade }),
        }))}
      />
      <SelectField
        name="age"
        label={t("interests:matches.filters.age")}
        defaultValue={filters.age}
        placeholder={t("interests:matches.filters.age_any")}
        options={AGES.map((age) => ({ value: String(age), label: String(age) }))}
      />
      <TextField
        name="where"
        label={t("interests:matches.filters.where")}
        help={t("interests:matches.filters.where_help")}
        defaultValue={filters.place}
        error={
          filters.isPlaceUnknown ? t("interests:matches.filters.where_unknown", { place: filters.place }) : undefined
        }
        list="schools"
        maxLength={80}
      />
      <datalist id="schools">
        {filters.schools.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <SelectField
        name="within"
        label={t("interests:matches.filters.within")}
        defaultValue={filters.withinMiles}
        placeholder={t("interests:matches.filters.within_any")}
        options={RADII.map((miles) => ({
          value: String(miles),
          label: t("interests:matches.filters.within_miles", { count: miles }),
        }))}
      />
      <Choices
        name="travel"
        legend={t("interests:matches.filters.travel")}
        options={TRAVEL.map((value) => ({
          value,
          label: t(`interests:travel.${value}`),
          isChosen: filters.travel.includes(value),
        }))}
      />
      <Choices
        name="when"
        legend={t("interests:matches.filters.when")}
        options={TIMES.map((value) => ({
          value,
          label: t(`opportunity:when.${value}`),
          isChosen: filters.when.includes(value),
        }))}
      />
      <Choices name="pathway" legend={t("interests:matches.filters.pathway")} options={filters.pathways} />
      <Choices name="group" legend={t("interests:matches.filters.group")} options={filters.groups} />
      <Choices name="cluster" legend={t("interests:matches.filters.cluster")} options={filters.clusters} />
      <Button icon="search">{t("interests:matches.filters.apply")}</Button>
    </form>
  );
}

/** Long lists stay folded until one of them is chosen. */
function Choices({ name, legend, options }: { name: string; legend: string; options: FilterWords["clusters"] }) {
  const values = options.filter(({ isChosen }) => isChosen).map(({ value }) => value);
  return options.length === 0 ? null : (
    <details className="match-choices" open={values.length > 0}>
      <summary>
        <Icon name="chevron-right" />
        {legend}
        {values.length > 0 && <span className="count">{values.length}</span>}
      </summary>
      <CheckboxGroup
        name={name}
        legend={<span className="visually-hidden">{legend}</span>}
        options={options}
        defaultValue={values}
      />
    </details>
  );
}
