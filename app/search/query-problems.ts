/**
 * What of an address no list can be asked. Readers are spared it (`readQuery` passes over what makes no sense); a
 * program is told, since it would take another answer for the one it asked for.
 */
import { SORTS } from "./criteria.ts";
import { readCells, writeCells } from "./map-cells.ts";
import { isFilterValue, LONGEST_PLACE, LONGEST_WORDS, MOST_MILES, MOST_VALUES } from "./query.ts";
import { FACET_GROUPS, type FacetGroup } from "./search-index.ts";

export interface QueryProblem {
  parameter: string;
  why: "unknown_parameter" | "unknown_value" | "given_twice" | "too_long" | "too_many" | "needs_place";
}

type Check = (value: string, params: URLSearchParams) => QueryProblem["why"] | null;

const atMost =
  (longest: number): Check =>
  (text) =>
    [...text].length > longest ? "too_long" : null;
const hasPlace = (params: URLSearchParams) => !!(params.get("where")?.trim() || params.get("school")?.trim());

/** What is asked at most once. */
const SINGLE: Record<string, Check> = {
  q: atMost(LONGEST_WORDS),
  where: atMost(LONGEST_PLACE),
  school: atMost(LONGEST_PLACE),
  within: (miles, params) => {
    if (miles !== "any" && !(/^\d{1,3}$/.test(miles) && Number(miles) >= 1 && Number(miles) <= MOST_MILES))
      return "unknown_value";
    return hasPlace(params) ? null : "needs_place";
  },
  area: (cells) => (writeCells(readCells(cells)) === cells ? null : "unknown_value"),
  sort: (sort, params) => {
    if (!SORTS.some((known) => known === sort)) return "unknown_value";
    return sort === "nearest" && !hasPlace(params) ? "needs_place" : null;
  },
};

const isGroup = (name: string): name is FacetGroup => FACET_GROUPS.some((group) => group === name);

/** The first of them; null: the whole address is understood. */
export function queryProblem(params: URLSearchParams): QueryProblem | null {
  for (const parameter of new Set(params.keys())) {
    const why = whyNot(parameter, params.getAll(parameter), params);
    if (why) return { parameter, why };
  }
  return null;
}

function whyNot(name: string, values: readonly string[], params: URLSearchParams): QueryProblem["why"] | null {
  if (isGroup(name)) {
    if (new Set(values).size > MOST_VALUES) return "too_many";
    return values.every((value) => isFilterValue(name, value)) ? null : "unknown_value";
  }
  const check = Object.hasOwn(SINGLE, name) ? SINGLE[name] : undefined;
  if (!check) return "unknown_parameter";
  const [value = "", ...others] = values;
  return others.length > 0 ? "given_twice" : check(value, params);
}
