import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";

/** Ids of the listings whose search documents wait to be brought up to date. */
export async function listWaitingForIndex(db: Database): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select change ->> 'listingId' as id
    from graphile_worker._private_jobs jobs
    join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id and tasks.identifier = 'index-listings',
      json_array_elements(jobs.payload) change`);
  return rows.map(({ id }) => id);
}
