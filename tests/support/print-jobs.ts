import { sql } from "drizzle-orm";
import { pino } from "pino";
import { printBooklet } from "#app/jobs/tasks/print-booklet.server.ts";
import { createSearch } from "#app/search/create-search.server.ts";
import type { Database } from "#db/database.ts";

const log = pino({ level: "silent" });

/** What jobs at the press have at hand. */
export const printingParts = (db: Database, origin = "http://localhost:3000") => ({
  ...{ db, origin, log },
  search: createSearch({ db, env: {}, log }),
});

/** What the worker would do with booklets that wait: every job once, in turn. Answers how many there were. */
export async function printWaiting(db: Database, { origin, now }: { origin?: string; now?: Date } = {}) {
  const jobs = await db.execute<{ id: string; payload: { bookletId: string } }>(
    sql`select j.id, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
      where j.task_identifier = 'print-booklet' order by j.id`,
  );
  for (const { id, payload } of jobs) {
    await db.execute(sql`select graphile_worker.complete_jobs(array[${id}::bigint])`);
    await printBooklet(printingParts(db, origin), payload, now && { now });
  }
  return jobs.length;
}
