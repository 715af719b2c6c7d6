import type { ListingState } from "./lifecycle.ts";

/** What a coordinator may look at in the desk's list: work that waits first, then the states. */
export const QUEUES = [
  "awaiting",
  "suggestions",
  "closing",
  "unconfirmed",
  "changes_requested",
  "approved",
  "published",
  "suspended",
  "declined",
  "closed",
  "expired",
] as const satisfies readonly (ListingState | "awaiting" | "suggestions" | "closing" | "unconfirmed")[];

export type Queue = (typeof QUEUES)[number];
export const isQueue = (text: string): text is Queue => (QUEUES as readonly string[]).includes(text);

/** Published listings whose last day comes within a week. */
export const CLOSING_SOON_DAYS = 7;
export const QUEUE_PAGE_SIZE = 25;
/** Listings that may be decided on in one stroke. */
export const MOST_TOGETHER = 100;
