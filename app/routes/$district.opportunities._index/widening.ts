import type { SearchCriteria } from "#app/search/criteria.ts";
import { FACET_GROUPS, type FacetGroup, type SearchIndex } from "#app/search/search-index.ts";
import { withOne, withoutAll } from "#app/ui/list/list-address.ts";

/** A smaller question that has answers: what it gives up, its address and how many it finds. */
export interface Widening {
  gives:
    | { part: "words" | "place" | "area" | "filters" }
    | { part: "within"; miles: number }
    | { part: "group"; group: FacetGroup };
  /** Of the list, without its `?`. */
  query: string;
  total: number;
}

const SHOWN = 3;
const MOST_TRIED = 6;
const WIDER_MILES = [5, 10, 25, 50];

/** Nothing was found: up to three ways to ask for less, those that change the list least first. */
export async function widenings(
  search: SearchIndex,
  criteria: SearchCriteria,
  params: URLSearchParams,
): Promise<Widening[]> {
  const tried = candidates(criteria, params).slice(0, MOST_TRIED);
  const counted = await Promise.all(
    tried.map(async ({ wider, gives, params }) => {
      const { total } = await search.search({ ...wider, page: 1, pageSize: 1 });
      return { gives, query: params.toString(), total };
    }),
  );
  return counted
    .filter(({ total }) => total > 0)
    .sort((a, b) => a.total - b.total)
    .slice(0, SHOWN);
}

type Candidate = Pick<Widening, "gives"> & { params: URLSearchParams; wider: SearchCriteria };

function candidates(criteria: SearchCriteria, params: URLSearchParams): Candidate[] {
  const all: Candidate[] = [];
  const { near } = criteria;
  if (near?.withinMiles != null) {
    const miles = WIDER_MILES.find((wider) => wider >= 2 * (near.withinMiles ?? 0));
    if (miles)
      all.push({
        gives: { part: "within", miles },
        params: withOne(params, "within", String(miles)),
        wider: { ...criteria, near: { ...near, withinMiles: miles } },
      });
    all.push({
      gives: { part: "place" },
      params: withoutAll(params, ["where", "within"]),
      wider: { ...criteria, near: null, sort: criteria.sort === "nearest" ? "best" : criteria.sort },
    });
  }
  if (criteria.cells.length > 0)
    all.push({ gives: { part: "area" }, params: withoutAll(params, ["area"]), wider: { ...criteria, cells: [] } });
  const chosen = FACET_GROUPS.filter((group) => criteria[group].length > 0);
  // Two filters may each shut out everything: giving up one of them then helps nobody.
  if (chosen.length > 1)
    all.push({
      gives: { part: "filters" },
      params: withoutAll(params, FACET_GROUPS),
      wider: { ...criteria, ...Object.fromEntries(FACET_GROUPS.map((group) => [group, []])) },
    });
  for (const group of chosen) {
    all.push({
      gives: { part: "group", group },
      params: withoutAll(params, [group]),
      wider: { ...criteria, [group]: [] },
    });
  }
  if (criteria.words)
    all.push({
      gives: { part: "words" },
      params: withoutAll(params, ["q"]),
      wider: { ...criteria, words: "" },
    });
  return all;
}
