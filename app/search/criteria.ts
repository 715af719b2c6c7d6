import { NEW_DAYS } from "#app/domain/listings/freshness.ts";
import { FACET_GROUPS, type FacetGroup } from "./search-index.ts";

/** When it takes place, as readers ask for it. A listing may have several. */
export const WHEN = ["after_school", "school_day", "weekend", "summer", "school_year", "flexible"] as const;
export const PAY_FILTERS = ["paid", "stipend", "credit", "unpaid"] as const;
export const COUNTS_TOWARD = ["credit", "service_hours", "work_based"] as const;
export const SORTS = ["best", "newest", "closing", "nearest"] as const;
export const PAGE_SIZE = 24;

export type Sort = (typeof SORTS)[number];

/**
 * What a reader asks of one district's list, free of URLs and engines. Values of one group widen (or), groups narrow
 * (and). Everything empty is the whole list.
 */
export interface SearchCriteria extends Record<Exclude<FacetGroup, "grade">, string[]> {
  districtId: string;
  /** Words as typed, at most 200 characters. */
  words: string;
  near: { latitude: number; longitude: number; withinMiles: number | null } | null;
  /** Listings open to this grade. */
  grade: number[];
  /** Only what stands in one of these cells of the map; empty: does not matter. */
  cells: string[];
  /** Only listings that are not open to this grade and will be to a higher one; null: does not matter. */
  notYetFor: number | null;
  sort: Sort;
  /** From 1. */
  page: number;
  /** Hits a page, 1-100. */
  pageSize: number;
  /** Listings whose last day is over at this instant are left out. */
  now: Date;
  /** What was published since counts as new. */
  newSince: Date;
}

export const LAST_GRADE = 12;
export const gradesAbove = (grade: number) =>
  Array.from({ length: Math.max(0, LAST_GRADE - grade) }, (_, n) => String(grade + 1 + n));

/** No filter chosen; what was published in the week before `now` is new. */
export const noFilters = (now: Date) => ({
  ...(Object.fromEntries(FACET_GROUPS.map((group) => [group, []])) as unknown as Pick<SearchCriteria, FacetGroup>),
  cells: [] as string[],
  notYetFor: null,
  newSince: new Date(now.getTime() - NEW_DAYS * 86_400_000),
});
