/** A search of the list as a reader would say it: on the list's own page, on the page that saves it, and in its mails. */
import type { Pathway } from "#app/domain/districts/districts.server.ts";
import type { CareerCluster } from "#app/domain/interests/reference.server.ts";
import { readQuery } from "#app/search/query.ts";
import { FACET_GROUPS, type FacetGroup } from "#app/search/search-index.ts";
import { clockInWords, wordOf } from "#app/ui/listing-words.ts";
import type { Locale } from "./locales.ts";
import type { Translate } from "./translator.ts";

/** What a district and the framework call the values of filters. */
export interface FilterNames {
  clusters: readonly CareerCluster[];
  pathways: readonly Pathway[];
  organizations: readonly { id: string; name: string }[];
}

/** The closed list of a filter, where it is not called as the filter is. */
const LISTS: Partial<Record<FacetGroup, string>> = { day: "days", language: "spoken" };

export function filterInWords(
  t: Translate,
  locale: Locale,
  { name, value }: { name: FacetGroup; value: string },
  { clusters, pathways, organizations }: FilterNames,
): string {
  const named = (thing: { name: string; nameEs: string } | undefined) =>
    thing ? (locale === "es" ? thing.nameEs : thing.name) : value;
  if (name === "cluster") return named(clusters.find(({ code }) => code === value));
  if (name === "pathway") return named(pathways.find(({ slug }) => slug === value));
  if (name === "grade")
    return value === "0" ? t("list:filter.grade_k") : t("list:filter.grade_value", { grade: value });
  if (name === "organization")
    return organizations.find(({ id }) => id === value)?.name ?? t("list:filter.organization_unknown");
  if (name === "bell") return t("list:filter.bell_value", { time: clockInWords(locale, value) });
  return wordOf(t, LISTS[name] ?? name, value);
}

/** Its parts in the order people say them; of the whole list one part that says so. */
export function searchInWords(t: Translate, locale: Locale, query: string, names: FilterNames): string[] {
  const asked = readQuery(new URLSearchParams(query));
  const { words, where, within } = asked;
  const parts = FACET_GROUPS.flatMap((name) =>
    asked[name].map((value) => filterInWords(t, locale, { name, value }, names)),
  );
  if (words) parts.unshift(t("saved:quoted", { words }));
  if (asked.cells.length > 0) parts.push(t("list:map.chip"));
  if (where) parts.push(t("list:search.near", { place: where }));
  if (where && within === "any") parts.push(t("list:filter.within_any"));
  if (where && typeof within === "number") parts.push(t("list:filter.within_miles", { count: within }));
  return parts.length > 0 ? parts : [t("saved:everything")];
}
