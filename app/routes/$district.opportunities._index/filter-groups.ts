import { isOffered } from "#app/domain/districts/districts.server.ts";
import { TRANSPORT, SETTINGS } from "#app/domain/opportunities/choices.ts";
import { KIND_CODES } from "#app/domain/opportunities/kinds.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { filterInWords, type FilterNames } from "#app/i18n/search-in-words.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { PAY_FILTERS, WHEN } from "#app/search/criteria.ts";
import { FACET_GROUPS, type FacetCounts, type FacetGroup } from "#app/search/search-index.ts";

export interface FilterOption {
  value: string;
  label: string;
  count: number;
  chosen: boolean;
  /** Career-cluster group, for its tint. */
  group?: string;
}

export interface FilterGroup {
  name: FacetGroup;
  legend: string;
  options: FilterOption[];
}

const GRADES = Array.from({ length: 13 }, (_, grade) => String(grade));
/** Groups in the order families ask; the rarer questions come last. */
const ORDER: readonly FacetGroup[] = ["kind", "cluster", "grade", "pay", "when", "pathway", "setting", "transport"];

/** The filters with their counts. A value that would leave nothing is left out, unless it is chosen. */
export function filterGroups(
  t: Translate,
  locale: Locale,
  { facets, chosen, names }: { facets: FacetCounts; chosen: URLSearchParams; names: FilterNames },
): FilterGroup[] {
  return ORDER.map((name) => {
    const options = valuesOf(name, names).map((value) => ({
      value,
      label: filterInWords(t, locale, { name, value }, names),
      count: facets[name][value] ?? 0,
      chosen: chosen.getAll(name).includes(value),
      ...(name === "cluster" ? { group: value.slice(0, 2) } : {}),
    }));
    return {
      name,
      legend: t(`list:filter.${name}`),
      options: options.filter(({ count, chosen }) => count > 0 || chosen),
    };
  }).filter(({ options }) => options.length > 0);
}

function valuesOf(name: FacetGroup, { clusters, pathways }: FilterNames): readonly string[] {
  switch (name) {
    case "kind":
      return KIND_CODES;
    case "cluster":
      return clusters.map(({ code }) => code);
    case "pathway":
      return pathways.filter(isOffered).map(({ slug }) => slug);
    case "grade":
      return GRADES;
    case "pay":
      return PAY_FILTERS;
    case "when":
      return WHEN;
    case "setting":
      return SETTINGS;
    case "transport":
      return TRANSPORT;
  }
}

export interface Chip {
  name: FacetGroup;
  value: string;
  label: string;
}

/** What is chosen, as the address says it. */
export function chosenChips(t: Translate, locale: Locale, chosen: URLSearchParams, names: FilterNames): Chip[] {
  return FACET_GROUPS.flatMap((name) =>
    chosen.getAll(name).map((value) => ({ name, value, label: filterInWords(t, locale, { name, value }, names) })),
  );
}
