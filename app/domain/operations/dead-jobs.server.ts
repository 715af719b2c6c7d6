/**
 * Jobs that failed as often as they may. Each waits for an operator, who has its cause mended and lets it try again, or
 * knows that nobody needs it any more.
 */
import { sql } from "drizzle-orm";
import { done, refused, type Context, type Operator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";

export interface DeadJob {
  /** The queue's own number, as text: it may be longer than a JavaScript number holds. */
  id: string;
  job: string;
  attempts: number;
  /** In short, without what a query carried: the worker sees to it. */
  error: string | null;
  failedAt: Date;
}

const SHOWN = 100;

export async function listDeadJobs({ db }: Context<Operator>): Promise<DeadJob[]> {
  const rows = await db.execute<{ id: string; job: string; attempts: number; error: string | null; at: string }>(sql`
    select id::text, task_identifier as job, attempts, last_error as error, updated_at::text as at
    from graphile_worker.jobs where attempts >= max_attempts and locked_at is null
    order by updated_at desc, id desc limit ${SHOWN}`);
  return rows.map(({ at, ...row }) => ({ ...row, failedAt: new Date(at) }));
}

/** Tries it again now, as often as before. */
export const retryJob = (ctx: Context<Operator>, id: string) =>
  decide(
    ctx,
    id,
    "job.retried",
    (job) => sql`select graphile_worker.reschedule_jobs(array[${job}::bigint], run_at := now(), attempts := 0)`,
  );

/** Takes it out of the queue: what it was to do is not done. */
export const forgetJob = (ctx: Context<Operator>, id: string) =>
  decide(ctx, id, "job.forgotten", (job) => sql`select graphile_worker.complete_jobs(array[${job}::bigint])`);

async function decide(
  ctx: Context<Operator>,
  id: string,
  event: "job.retried" | "job.forgotten",
  change: (id: string) => ReturnType<typeof sql>,
): Promise<Outcome<null, "not_found">> {
  if (!/^\d{1,18}$/.test(id)) return refused("not_found");
  return ctx.db.transaction(async (tx) => {
    // Of two operators who decide at once, the second finds it no longer dead.
    const [dead] = await tx.execute<{ task_id: number }>(sql`
      select task_id from graphile_worker._private_jobs
      where id = ${id}::bigint and attempts >= max_attempts and locked_at is null for update`);
    if (!dead) return refused("not_found");
    const [task] = await tx.execute<{ job: string }>(
      sql`select identifier as job from graphile_worker._private_tasks where id = ${dead.task_id}`,
    );
    await tx.execute(change(id));
    await recordEvent({ ...ctx, db: tx }, event, { id: subjectOf(id), detail: { job: task?.job, number: id } });
    return done(null);
  });
}

/** The log knows subjects by uuid, the queue its jobs by number. */
const subjectOf = (id: string) => `00000000-0000-4000-8000-${BigInt(id).toString(16).padStart(12, "0").slice(-12)}`;
