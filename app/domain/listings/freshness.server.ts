/** The rule of `freshness.ts` as SQL, for what looks through a whole list. */
import { sql, type SQL } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";

/** `lastWordOf`. */
export const lastWord = sql`greatest(coalesce(${listings.confirmedAt}, ${listings.publishedAt}, ${listings.createdAt}), ${listings.submittedAt})`;

/** `isAsked`. */
export const isUnanswered = sql`coalesce(${listings.confirmationAskedAt} > ${lastWord}, false)`;

/** The day of an instant in the zone. */
export const dayOf = (instant: SQL | typeof listings.confirmationAskedAt, timeZone: string) =>
  sql`(${instant} at time zone ${timeZone})::date`;
