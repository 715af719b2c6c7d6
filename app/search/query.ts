/**
 * The list's address and the search it asks for. Everything a reader chose stands in the address, in one order, so that
 * the same question is the same address: it can be shared, and is cached once.
 */
import { BELLS, PARTS_OF_DAY } from "#app/domain/listings/week-times.ts";
import { ACCESS, DAYS, SETTINGS, SPOKEN_LANGUAGES, TRANSPORT } from "#app/domain/opportunities/choices.ts";
import { KIND_CODES, STAGES } from "#app/domain/opportunities/kinds.ts";
import { SECTORS } from "#app/domain/organizations/sectors.ts";
import {
  COUNTS_TOWARD,
  noFilters,
  PAGE_SIZE,
  PAY_FILTERS,
  SORTS,
  WHEN,
  type SearchCriteria,
  type Sort,
} from "./criteria.ts";
import { readCells, writeCells } from "./map-cells.ts";
import { FACET_GROUPS, THIS_WEEK, type FacetGroup } from "./search-index.ts";

/** A question as it stands in an address: places are still words. */
export interface ListQuery extends Record<FacetGroup, string[]> {
  words: string;
  where: string;
  /** Miles around `where`; null: as far as the district's default; "any": sorted by distance but not cut off. */
  within: number | "any" | null;
  /** Cells of the map it is narrowed to. */
  cells: string[];
  sort: Sort | null;
  /** The map is shown above the list. */
  map: boolean;
  page: number;
}

/** What the address says of a map that is shown. */
export const SHOWN = "shown";
export const LONGEST_WORDS = 200;
export const LONGEST_PLACE = 80;
export const MOST_VALUES = 20;
const LAST_PAGE = 400;
export const MOST_MILES = 100;

export const GRADES = Array.from({ length: 13 }, (_, grade) => String(grade));
/** The values of filters with a closed list of them. */
export const FILTER_VALUES: Partial<Record<FacetGroup, readonly string[]>> = {
  kind: KIND_CODES,
  grade: GRADES,
  pay: PAY_FILTERS,
  when: WHEN,
  setting: SETTINGS,
  transport: TRANSPORT,
  bell: BELLS,
  day: DAYS,
  time: PARTS_OF_DAY,
  stage: STAGES,
  counts: COUNTS_TOWARD,
  cost: ["free"],
  clearance: ["none"],
  language: SPOKEN_LANGUAGES,
  access: ACCESS,
  sector: SECTORS,
  new: [THIS_WEEK],
};
/** Clusters are codes of the framework, pathways slugs of the district and organizations ids. */
export const FILTER_PATTERNS: Partial<Record<FacetGroup, RegExp>> = {
  cluster: /^\d{6}$/,
  pathway: /^[a-z0-9-]{1,60}$/,
  organization: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

export const isFilterValue = (group: FacetGroup, value: string) =>
  FILTER_VALUES[group]?.includes(value) ?? FILTER_PATTERNS[group]?.test(value) ?? false;

/** Reads any address; what makes no sense in it is passed over. */
export function readQuery(params: URLSearchParams): ListQuery {
  const groups = Object.fromEntries(FACET_GROUPS.map((group) => [group, valuesOf(params, group)]));
  const sort = SORTS.find((known) => known === params.get("sort")) ?? null;
  return {
    ...(groups as Record<FacetGroup, string[]>),
    words: tidy(params.get("q"), LONGEST_WORDS),
    // A school chosen from the list of schools rules over what the box still says.
    where: tidy(params.get("school"), LONGEST_PLACE) || tidy(params.get("where"), LONGEST_PLACE),
    within: params.get("within") === "any" ? "any" : wholeNumber(params.get("within"), MOST_MILES),
    cells: readCells(params.get("area")),
    sort: sort === "best" ? null : sort,
    map: params.get("map") === SHOWN,
    page: wholeNumber(params.get("page"), LAST_PAGE) ?? 1,
  };
}

/** The address of a question: names in a fixed order, values sorted, nothing that is the default. */
export function writeQuery(query: ListQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (query.words) params.set("q", query.words);
  if (query.where) params.set("where", query.where);
  if (query.where && query.within !== null) params.set("within", String(query.within));
  for (const group of FACET_GROUPS) for (const value of query[group]) params.append(group, value);
  if (query.cells.length > 0) params.set("area", writeCells(query.cells));
  if (query.sort) params.set("sort", query.sort);
  if (query.map) params.set("map", SHOWN);
  if (query.page > 1) params.set("page", String(query.page));
  return params;
}

/** What of a question is kept: what it asks, not in which order, on which page and beside what the answer was read. */
export const keptQuery = (query: ListQuery) => writeQuery({ ...query, sort: null, map: false, page: 1 });

/** What the engine is asked. `near` is where `where` was found to be; without it nothing can be nearest. */
export function criteriaOf(
  query: ListQuery,
  asked: Pick<SearchCriteria, "districtId" | "near" | "now"> & { newSince?: Date; pageSize?: number },
): SearchCriteria {
  const { words, page, sort, within: _within, where: _where, map: _map, grade, ...groups } = query;
  const { newSince, notYetFor } = noFilters(asked.now);
  return {
    ...{ ...groups, notYetFor, newSince: asked.newSince ?? newSince },
    ...{ words, page, pageSize: asked.pageSize ?? PAGE_SIZE },
    grade: grade.map(Number),
    sort: sort === "nearest" && !asked.near ? "best" : (sort ?? "best"),
    districtId: asked.districtId,
    near: asked.near,
    now: asked.now,
  };
}

function valuesOf(params: URLSearchParams, group: FacetGroup): string[] {
  const known = params.getAll(group).filter((value) => isFilterValue(group, value));
  const order = group === "grade" ? (a: string, b: string) => Number(a) - Number(b) : undefined;
  return [...new Set(known)].sort(order).slice(0, MOST_VALUES);
}

/** One line of well-formed text. */
export function tidy(text: string | null, longest: number): string {
  const line = (text ?? "").replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim();
  return [...line].slice(0, longest).join("").trim();
}

function wholeNumber(text: string | null, most: number): number | null {
  const number = /^\d{1,4}$/.test(text ?? "") ? Number(text) : 0;
  return number >= 1 ? Math.min(number, most) : null;
}
