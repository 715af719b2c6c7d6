import { sql, type SQL } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { listings } from "#db/schema/listings.ts";
import { QUEUES, type JobName, type JobPayloads } from "./job-payloads.ts";

/**
 * Adds a job in the caller's transaction: it exists if and only if what caused it was committed.
 * With a `key`, a job that still waits under the same key is replaced, so a burst of changes is indexed once; of two
 * payloads that are lists, the later is added to the earlier. Of jobs that wait, those of lower `priority` run first.
 */
export async function enqueue<N extends JobName>(
  tx: Database,
  name: N,
  payload: JobPayloads[N],
  {
    key,
    delayMs = 0,
    maxAttempts = 25,
    priority = 0,
  }: { key?: string; delayMs?: number; maxAttempts?: number; priority?: number } = {},
) {
  await tx.execute(
    sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, max_attempts := ${maxAttempts}, job_key := ${key ?? null}, queue_name := ${QUEUES[name]}, priority := ${priority}, run_at := now() + make_interval(secs => ${delayMs / 1000}))`,
  );
}

/** Has a listing's search documents brought up to date; a burst of its changes is indexed once. */
export const enqueueIndexing = (tx: Database, listingId: string) =>
  enqueue(tx, "index-listing", { listingId }, { key: `index-listing:${listingId}` });

/** The same for all listings that `which` holds for. */
export const enqueueIndexingOf = (tx: Database, which: SQL) =>
  tx.execute(
    sql`select graphile_worker.add_job('index-listing', json_build_object('listingId', ${listings.id}), job_key := 'index-listing:' || ${listings.id}) from ${listings} where ${which}`,
  );

/** Has new texts looked at. */
export const enqueueMarking = (tx: Database) => enqueue(tx, "mark-texts", {}, { key: "mark-texts", maxAttempts: 1 });

/**
 * Has an engine rebuilt, or each; one after the other, since two at once would take each other's half-built index for a
 * leftover.
 */
export const enqueueRebuild = (tx: Database, engine?: string) =>
  enqueue(tx, "reindex-listings", { engine }, { key: ["reindex-listings", engine].filter(Boolean).join(":") });
