import { isOffered, type School } from "#app/domain/districts/districts.server.ts";
import { bellAt, BELLS, PARTS_OF_DAY } from "#app/domain/listings/week-times.ts";
import { ACCESS, DAYS, PAY, SETTINGS, SPOKEN_LANGUAGES, TRANSPORT } from "#app/domain/opportunities/choices.ts";
import { KIND_CODES, STAGES } from "#app/domain/opportunities/kinds.ts";
import { SECTORS } from "#app/domain/organizations/sectors.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { filterInWords, type FilterNames } from "#app/i18n/search-in-words.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { COUNTS_TOWARD, WHEN } from "#app/search/criteria.ts";
import { GRADES } from "#app/search/query.ts";
import { FACET_GROUPS, THIS_WEEK, type FacetCounts, type FacetGroup } from "#app/search/search-index.ts";
import { clockInWords, listInWords } from "#app/ui/listing-words.ts";

export interface FilterOption {
  name: FacetGroup;
  value: string;
  label: string;
  count: number;
  chosen: boolean;
  /** Career-cluster group, for its tint. */
  group?: string;
}

export interface FilterGroup {
  id: string;
  legend: string;
  options: FilterOption[];
}

const MOST_ORGANIZATIONS = 10;
const SCHOOLS_NAMED = 2;

/** What nearly everybody asks, in the order families ask; open. */
const ASKED: readonly FacetGroup[] = ["kind", "cluster", "grade", "when", "pay"];
/** What some ask; folded. */
const FOLDED: readonly FacetGroup[] = [
  ...(["bell", "day", "time", "transport", "setting", "pathway", "counts", "stage"] as const),
  ...(["language", "access", "sector", "organization"] as const),
];
/** A yes each, so they share a group. */
const ALSO: readonly FacetGroup[] = ["new", "cost", "clearance"];

interface Found {
  facets: FacetCounts;
  chosen: URLSearchParams;
  names: FilterNames;
  schools: readonly Pick<School, "name" | "dayEndsAt">[];
}

/** The filters with their counts. A value that would leave nothing is left out, unless it is chosen. */
export function filterGroups(
  t: Translate,
  locale: Locale,
  found: Found,
): { asked: FilterGroup[]; folded: FilterGroup[] } {
  const group = (id: FacetGroup | "also", names: readonly FacetGroup[]): FilterGroup[] => {
    const options = names.flatMap((name) => optionsOf(t, locale, name, found));
    return options.length > 0 ? [{ id, legend: t(`list:filter.${id}`), options }] : [];
  };
  return {
    asked: ASKED.flatMap((name) => group(name, [name])),
    folded: [...group("also", ALSO), ...FOLDED.flatMap((name) => group(name, [name]))],
  };
}

function optionsOf(t: Translate, locale: Locale, name: FacetGroup, { facets, chosen, names, schools }: Found) {
  const chosenValues = chosen.getAll(name);
  const offered = valuesOf(name, names, schools);
  const values = [...offered, ...chosenValues.filter((value) => !offered.includes(value))];
  const options = values.map((value): FilterOption => {
    const label = name === "bell" ? bellLabel(t, locale, value, schools) : null;
    return {
      ...{ name, value, count: facets[name][value] ?? 0, chosen: chosenValues.includes(value) },
      label: label ?? filterInWords(t, locale, { name, value }, names),
      ...(name === "cluster" ? { group: value.slice(0, 2) } : {}),
    };
  });
  const shown = options.filter((option) => option.count > 0 || option.chosen);
  return name === "organization" ? mostOf(shown) : shown;
}

function valuesOf(name: FacetGroup, { clusters, pathways, organizations }: FilterNames, schools: Found["schools"]) {
  const values: Record<FacetGroup, () => readonly string[]> = {
    kind: () => KIND_CODES,
    cluster: () => clusters.map(({ code }) => code),
    pathway: () => pathways.filter(isOffered).map(({ slug }) => slug),
    grade: () => GRADES,
    pay: () => PAY,
    when: () => WHEN,
    setting: () => SETTINGS,
    transport: () => TRANSPORT,
    bell: () => BELLS.filter((bell) => schools.some(({ dayEndsAt }) => bellAt(dayEndsAt) === bell)),
    day: () => DAYS,
    time: () => PARTS_OF_DAY,
    stage: () => STAGES,
    counts: () => COUNTS_TOWARD,
    cost: () => ["free"],
    clearance: () => ["none"],
    language: () => SPOKEN_LANGUAGES,
    access: () => ACCESS,
    sector: () => SECTORS,
    organization: () => organizations.map(({ id }) => id),
    new: () => [THIS_WEEK],
  };
  return values[name]();
}

/** "East Bluff High and 2 more schools (ends 2:45 PM)"; null where no school ends then. */
function bellLabel(t: Translate, locale: Locale, bell: string, schools: Found["schools"]): string | null {
  const ending = schools.filter(({ dayEndsAt }) => bellAt(dayEndsAt) === bell).map(({ name }) => name);
  if (ending.length === 0) return null;
  const time = clockInWords(locale, bell);
  const count = ending.length - SCHOOLS_NAMED;
  if (count > 0) return t("list:filter.bell_more", { schools: ending.slice(0, SCHOOLS_NAMED).join(", "), count, time });
  return t("list:filter.bell_schools", { schools: listInWords(locale, ending), time });
}

/** Those with the most listings; hundreds would be no choice, and every partner has a page of its own. */
const mostOf = (options: FilterOption[]) =>
  [...options]
    .sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.count - a.count || a.label.localeCompare(b.label))
    .slice(0, MOST_ORGANIZATIONS);

/** Ids of the organizations whose names the filters show. */
export const organizationsShown = (facets: FacetCounts, chosen: URLSearchParams) => [
  ...chosen.getAll("organization"),
  ...Object.entries(facets.organization)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_ORGANIZATIONS)
    .map(([id]) => id),
];

export interface Chip {
  name: FacetGroup | "area";
  value: string;
  label: string;
}

/** What is chosen, as the address says it. */
export function chosenChips(t: Translate, locale: Locale, chosen: URLSearchParams, names: FilterNames): Chip[] {
  const chips = FACET_GROUPS.flatMap((name) =>
    chosen
      .getAll(name)
      .map((value): Chip => ({ name, value, label: filterInWords(t, locale, { name, value }, names) })),
  );
  return [
    ...chips,
    ...chosen.getAll("area").map((value): Chip => ({ name: "area", value, label: t("list:map.chip") })),
  ];
}
