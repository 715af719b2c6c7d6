import { and, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { events } from "#db/schema/events.ts";
import type { EventName } from "../events/event-names.ts";

/** What changes the page of a listing that is on the list. */
const SEEN: EventName[] = [
  "listing.approved",
  "listing.published",
  "listing.imported",
  "listing.curated",
  "listing.restricted",
  "listing.confirmed",
  "listing.reopened",
  "listing.restored",
];

/** Listing id -> when readers last saw it change, by the log. */
export async function lastSeenChanges(db: Database, listingIds: readonly string[]): Promise<Map<string, Date>> {
  if (listingIds.length === 0) return new Map();
  const rows = await db
    .select({ id: events.subjectId, at: sql`max(${events.at})`.mapWith(events.at) })
    .from(events)
    .where(and(inArray(events.subjectId, [...listingIds]), inArray(events.name, SEEN)))
    .groupBy(events.subjectId);
  return new Map(rows.map(({ id, at }) => [id, at]));
}
