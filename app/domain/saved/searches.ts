/** What a saved search may be: how often it writes, how many there are, and when the list is looked at for it. */
import { KEPT_DAYS } from "../operations/retention.ts";
import { afterQuietHours, nextDigest, type Hours } from "../mail/moments.ts";

export const SEARCH_CADENCES = ["at_once", "daily", "weekly"] as const;
export type SearchCadence = (typeof SEARCH_CADENCES)[number];

/** A search tells of what newly fits it; one that follows the editions searches for nothing, and tells of each once. */
export type Follows = "search" | "editions";

/** What its mails tell of; a search for nothing is one of the whole list. */
export type Told = "editions" | "list" | "search";
export const toldOf = ({ follows, query }: { follows: Follows; query: string }): Told =>
  follows === "editions" ? "editions" : query === "" ? "list" : "search";

export const LONGEST_SEARCH_NAME = 60;
/** Of one account, and of one address. */
export const MOST_SEARCHES = 30;

/** How long an address may leave the asking mail unanswered: then the row is gone. */
export const CONFIRM_DAYS = KEPT_DAYS.unconfirmed_searches;

/** "At once" is the next round, and in quiet hours the first one after them; the others share the digests' morning. */
export const nextLook = (now: Date, cadence: SearchCadence, hours: Hours): Date =>
  cadence === "at_once" ? afterQuietHours(now, hours) : nextDigest(now, cadence, hours);
