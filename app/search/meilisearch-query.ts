import type { MultiSearchParams } from "meilisearch";
import type { SearchCriteria } from "./criteria.ts";
import { FACET_GROUPS, type FacetGroup } from "./search-index.ts";
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
} as const satisfies Record<FacetGroup, string>;

const METERS_A_MILE = 1609.344;

/** Stands for "open until closed": the engine never matches a null. */
export const NEVER = Date.UTC(9999, 0, 1) / 1000;

/** A filter's text, in quotes; nothing a reader types can end it. */
export const quoted = (value: string) => `"${value.replace(/[\\"]/g, "\\$&")}"`;

/** The first query finds; each further one counts a group that is filtered by, under the other groups' filters. */
export function toQueries(indexUid: string, criteria: SearchCriteria): MultiSearchParams["queries"] {
  const q = queryWords(criteria.words).join(" ");
  const groups = FACET_GROUPS.filter((group) => criteria[group].length > 0);
  const common = { indexUid, q, matchingStrategy: "all" as const };
  const found = {
    ...common,
    filter: filtersOf(criteria, groups),
    facets: FACET_GROUPS.filter((group) => !groups.includes(group)).map((group) => FACET_FIELDS[group]),
    sort: sortOf(criteria, q),
    page: criteria.page,
    hitsPerPage: criteria.pageSize,
    attributesToRetrieve: ["id", "_geo"],
  };
  const counted = groups.map((group) => ({
    ...common,
    filter: filtersOf(
      criteria,
      groups.filter((other) => other !== group),
    ),
    facets: [FACET_FIELDS[group]],
    limit: 0,
  }));
  return [found, ...counted];
}

function filtersOf(criteria: SearchCriteria, groups: readonly FacetGroup[]): string[] {
  const { districtId, now, near } = criteria;
  const filters = [`districtId = ${quoted(districtId)}`, `closesAt >= ${Math.floor(now.getTime() / 1000)}`];
  for (const group of groups)
    filters.push(`${FACET_FIELDS[group]} IN [${criteria[group].map((value) => quoted(String(value))).join(", ")}]`);
  if (near && near.withinMiles !== null) {
    const around = `_geoRadius(${near.latitude}, ${near.longitude}, ${Math.round(near.withinMiles * METERS_A_MILE)})`;
    filters.push(`(${around} OR setting = "remote")`);
  }
  return filters;
}

function sortOf({ sort, near }: SearchCriteria, q: string): string[] {
  if (sort === "closing") return ["closesAt:asc"];
  if (near && (sort === "nearest" || (sort === "best" && !q)))
    return [`_geoPoint(${near.latitude}, ${near.longitude}):asc`];
  return sort === "best" && q ? [] : ["publishedAt:desc"];
}
