export const STAFF_FILTERS = ["all", "unseen"] as const;
export type StaffFilter = (typeof STAFF_FILTERS)[number];

export const readStaffFilter = (asked: URLSearchParams): StaffFilter =>
  asked.get("show") === "unseen" ? "unseen" : "all";

export const STAFF_PAGE_SIZE = 50;
/** An account nobody uses is one that nobody misses when it is stolen. */
export const UNSEEN_DAYS = 90;
