/** When it takes place, as readers ask for it. A listing may have several. */
export const WHEN = ["after_school", "school_day", "weekend", "summer", "school_year", "flexible"] as const;
export const PAY_FILTERS = ["paid", "stipend", "credit", "unpaid"] as const;
export const SORTS = ["best", "newest", "closing", "nearest"] as const;
export const PAGE_SIZE = 24;

export type Sort = (typeof SORTS)[number];

/**
 * What a reader asks of one district's list, free of URLs and engines. Values of one group widen (or), groups narrow
 * (and). Everything empty is the whole list.
 */
export interface SearchCriteria {
  districtId: string;
  /** Words as typed, at most 200 characters. */
  words: string;
  near: { latitude: number; longitude: number; withinMiles: number | null } | null;
  kind: string[];
  cluster: string[];
  pathway: string[];
  /** Listings open to this grade. */
  grade: number[];
  pay: string[];
  when: string[];
  setting: string[];
  transport: string[];
  sort: Sort;
  /** From 1. */
  page: number;
  /** Hits a page, 1-100. */
  pageSize: number;
  /** Listings whose last day is over at this instant are left out. */
  now: Date;
}
