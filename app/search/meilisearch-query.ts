import type { MultiSearchParams } from "meilisearch";
import { gradesAbove, type SearchCriteria } from "./criteria.ts";
import { FACET_GROUPS, HELD_GROUPS, THIS_WEEK, type FacetGroup, type HeldGroup } from "./search-index.ts";
import { queryWords } from "./tokens.ts";

/** The document's field behind each filter. */
export const FACET_FIELDS = {
  kind: "kind",
  cluster: "clusters",
  pathway: "pathways",
  grade: "grades",
  pay: "pay",
  when: "when",
  setting: "setting",
  transport: "transport",
  bell: "bells",
  day: "days",
  time: "times",
  stage: "stage",
  counts: "counts",
  cost: "cost",
  clearance: "clearance",
  language: "languages",
  access: "access",
  sector: "sector",
  organization: "organizationId",
} as const satisfies Record<HeldGroup, string>;
/** The cell of the map a document stands in. */
export const CELL_FIELD = "cell";

/** The words of its title in their other numbers, since the engine knows no stems. */
export const WORD_FORMS_FIELD = "wordForms";
/** How many words its title has. */
export const TITLE_WORDS_FIELD = "titleWords";

const METERS_A_MILE = 1609.344;

/** Stands for "open until closed": the engine never matches a null. */
export const NEVER = Date.UTC(9999, 0, 1) / 1000;

/** A filter's text, in quotes; nothing a reader types can end it. */
export const quoted = (value: string) => `"${value.replace(/[\\"]/g, "\\$&")}"`;

/**
 * The first query finds; the second counts what is new, under the other groups' filters; each further one counts a group
 * that is filtered by, likewise.
 */
export function toQueries(indexUid: string, criteria: SearchCriteria): MultiSearchParams["queries"] {
  const q = queryWords(criteria.words).join(" ");
  const groups = FACET_GROUPS.filter((group) => criteria[group].length > 0);
  const common = { indexUid, q, matchingStrategy: "all" as const };
  const found = {
    ...common,
    filter: filtersOf(criteria, groups),
    facets: [...HELD_GROUPS.filter((group) => !groups.includes(group)).map((group) => FACET_FIELDS[group]), CELL_FIELD],
    sort: sortOf(criteria, q),
    page: criteria.page,
    hitsPerPage: criteria.pageSize,
    attributesToRetrieve: ["id", "_geo"],
  };
  const others = (group: FacetGroup) => groups.filter((other) => other !== group);
  const fresh = {
    ...common,
    filter: [...filtersOf(criteria, others("new")), newFilter(criteria)],
    page: 1,
    hitsPerPage: 0,
  };
  const counted = HELD_GROUPS.filter((group) => groups.includes(group)).map((group) => ({
    ...common,
    filter: filtersOf(criteria, others(group)),
    facets: [FACET_FIELDS[group]],
    limit: 0,
  }));
  return [found, fresh, ...counted];
}

function filtersOf(criteria: SearchCriteria, groups: readonly FacetGroup[]): string[] {
  const { districtId, now, near, cells, notYetFor } = criteria;
  const filters = [`districtId = ${quoted(districtId)}`, `closesAt >= ${Math.floor(now.getTime() / 1000)}`];
  for (const group of groups)
    filters.push(group === "new" ? chosenNew(criteria) : isOneOf(FACET_FIELDS[group], criteria[group]));
  if (cells.length > 0) filters.push(isOneOf(CELL_FIELD, cells));
  if (notYetFor !== null)
    filters.push(
      isOneOf(FACET_FIELDS.grade, gradesAbove(notYetFor)),
      `NOT ${isOneOf(FACET_FIELDS.grade, [notYetFor])}`,
    );
  if (near && near.withinMiles !== null) {
    const around = `_geoRadius(${near.latitude}, ${near.longitude}, ${Math.round(near.withinMiles * METERS_A_MILE)})`;
    filters.push(`(${around} OR setting = "remote")`);
  }
  return filters;
}

const isOneOf = (field: string, values: readonly (string | number)[]) =>
  `${field} IN [${values.map((value) => quoted(String(value))).join(", ")}]`;

const newFilter = ({ newSince }: SearchCriteria) => `publishedAt >= ${Math.floor(newSince.getTime() / 1000)}`;

/** A value nobody offers finds nothing. */
const chosenNew = (criteria: SearchCriteria) =>
  criteria.new.includes(THIS_WEEK) ? newFilter(criteria) : `publishedAt > ${NEVER}`;

function sortOf({ sort, near }: SearchCriteria, q: string): string[] {
  if (sort === "closing") return ["closesAt:asc"];
  if (near && (sort === "nearest" || (sort === "best" && !q)))
    return [`_geoPoint(${near.latitude}, ${near.longitude}):asc`];
  return sort === "best" && q ? [] : ["publishedAt:desc"];
}
