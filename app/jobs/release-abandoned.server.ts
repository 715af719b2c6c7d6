import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";

/** Longer than any job takes; one that is taken up a second time meanwhile does no harm. */
const ABANDONED_AFTER_MINUTES = 5;

/**
 * Gives back the jobs, and the queues behind them, that a killed process or one cut off from the database still holds.
 * The queue itself would wait four hours.
 */
export async function releaseAbandonedJobs(db: Database): Promise<void> {
  await db.execute(
    sql`select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs
      where locked_at < now() - make_interval(mins => ${ABANDONED_AFTER_MINUTES}) having count(*) > 0`,
  );
}
