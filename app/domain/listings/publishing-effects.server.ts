import type { Database } from "#db/database.ts";
import { bumpListVersion } from "../districts/list-version.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";

/** Call in the transaction of every change of a listing that readers can see: cached pages end, the index follows. */
export async function tellReaders(tx: Database, listing: { id: string; districtId: string }) {
  await bumpListVersion(tx, listing.districtId);
  await enqueue(tx, "index-listing", { listingId: listing.id }, { key: `index-listing:${listing.id}` });
}
