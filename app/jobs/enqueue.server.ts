import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import type { JobName, JobPayloads } from "./job-payloads.ts";

/**
 * Adds a job in the caller's transaction: it exists if and only if what caused it was committed.
 * With a `key`, a job that still waits under the same key is replaced, so a burst of changes is indexed once.
 */
export async function enqueue<N extends JobName>(
  tx: Database,
  name: N,
  payload: JobPayloads[N],
  { key, maxAttempts = 25 }: { key?: string; maxAttempts?: number } = {},
) {
  await tx.execute(
    sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, max_attempts := ${maxAttempts}, job_key := ${key ?? null})`,
  );
}
