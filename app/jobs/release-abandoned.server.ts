import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";

/** Longer than any job takes; one that is taken up a second time meanwhile does no harm. */
const ABANDONED_AFTER_MINUTES = 5;
/** Sending a mail is given up after seconds, and those behind it wait for it. */
const MAIL_ABANDONED_AFTER_MINUTES = 1;

/**
 * Gives back the jobs, and the queues behind them, that a killed process or one cut off from the database still holds.
 * The queue itself would wait four hours.
 */
export async function releaseAbandonedJobs(db: Database): Promise<void> {
  await db.execute(
    sql`select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs
      where locked_at < now() - make_interval(mins => case task_identifier
        when 'send-mail' then ${MAIL_ABANDONED_AFTER_MINUTES}::int else ${ABANDONED_AFTER_MINUTES}::int end)
      having count(*) > 0`,
  );
}
