import { inArray, sql, type SQL } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { listings } from "#db/schema/listings.ts";
import { QUEUES, type JobName, type JobPayloads } from "./job-payloads.ts";

const MOST_ATTEMPTS = 10;

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
  await add(
    tx,
    sql`select id from graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, max_attempts := ${maxAttempts}, job_key := ${key ?? null}, queue_name := ${QUEUES[name]}, priority := ${priority}, run_at := now() + make_interval(secs => ${delayMs / 1000}))`,
  );
}

/**
 * graphile-worker adds nothing and answers a job without an id when a worker takes the one of the same key in that
 * moment (graphile/worker#580); asked again, it sees that it was taken and adds another.
 */
async function add(tx: Database, jobs: SQL) {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const added = await tx.execute<{ id: string | null }>(jobs);
    if (added.every(({ id }) => id !== null)) return;
  }
  throw new Error("the queue takes no job");
}

/** Has listings' search documents brought up to date. A verb that tells readers does so first: see below. */
export const enqueueIndexing = (tx: Database, listingIds: readonly string[]) =>
  enqueueIndexingOf(tx, inArray(listings.id, [...listingIds]));

/**
 * The same for all listings that `which` holds for. Each district has a job of its own that changes are added to: they
 * wait for each other where the district's row, taken first, makes them wait anyway, and for no other district's.
 */
export const enqueueIndexingOf = (tx: Database, which: SQL) =>
  add(
    tx,
    sql`select job.id from (
      select ${listings.districtId} as district_id, json_agg(json_build_object('listingId', ${listings.id})) as changes
      from ${listings} where ${which} group by ${listings.districtId} order by ${listings.districtId}
    ) as changed cross join lateral graphile_worker.add_job('index-listings', changes,
      job_key := 'index-listings:' || district_id, queue_name := ${QUEUES["index-listings"]}) as job`,
  );

/** Has new texts looked at. */
export const enqueueMarking = (tx: Database) => enqueue(tx, "mark-texts", {}, { key: "mark-texts", maxAttempts: 1 });

/**
 * Has an engine rebuilt, or each; one after the other, since two at once would take each other's half-built index for a
 * leftover.
 */
export const enqueueRebuild = (tx: Database, engine?: string) =>
  enqueue(tx, "reindex-listings", { engine }, { key: ["reindex-listings", engine].filter(Boolean).join(":") });
