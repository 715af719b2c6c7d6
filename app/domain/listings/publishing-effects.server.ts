import { and, asc, inArray, isNotNull } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { listings } from "#db/schema/listings.ts";
import { bumpListVersion } from "../districts/list-version.server.ts";
import { enqueueIndexing } from "#app/jobs/enqueue.server.ts";

/** Call in the transaction of every change of a listing that readers can see: cached pages end, the index follows. */
export const tellReaders = (tx: Database, { id, districtId }: { id: string; districtId: string }) =>
  tellReadersOfSeveral(tx, districtId, [id]);

/** The same for listings of one district that change in one stroke: their cached pages end once. */
export async function tellReadersOfSeveral(tx: Database, districtId: string, listingIds: readonly string[]) {
  if (!listingIds.length) return;
  // Sent together, in this order.
  await Promise.all([bumpListVersion(tx, districtId), enqueueIndexing(tx, listingIds)]);
}

/**
 * Call when the engine that answers readers has followed a change: a page rendered between the two found the old state
 * and ends now. What never stood on a list is on no page.
 */
export async function tellReadersOfIndexing(tx: Database, listingIds: readonly string[]) {
  if (!listingIds.length) return;
  const changed = await tx
    .selectDistinct({ districtId: listings.districtId })
    .from(listings)
    .where(and(inArray(listings.id, [...listingIds]), isNotNull(listings.publishedAt)))
    // Of two that raise several versions at once, none then waits for the other.
    .orderBy(asc(listings.districtId));
  for (const { districtId } of changed) await bumpListVersion(tx, districtId);
}
