/** Is all well: what an operator sees of the database, the queue, the clock and mail. Figures only, nobody's data. */
import { sql } from "drizzle-orm";
import type { Context, Operator } from "../context.ts";

export interface Health {
  database: { milliseconds: number; connections: number; mostConnections: number; megabytes: number };
  queue: {
    waiting: number;
    underWay: number;
    later: number;
    failing: number;
    dead: number;
    oldestSeconds: number | null;
  };
  workers: { atWork: number; clockRanAt: Date | null };
  mail: Record<"waiting" | "held" | "parked" | "sent" | "dropped" | "bounced" | "complained", number> & {
    oldestSeconds: number | null;
  };
}

export async function readHealth({ db, now }: Context<Operator>): Promise<Health> {
  const asked = performance.now();
  const [database] = await db.execute<{ connections: number; most: number; megabytes: number }>(sql`
    select (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
      current_setting('max_connections')::int as most,
      (pg_database_size(current_database()) / 1048576)::int as megabytes`);
  const milliseconds = Math.round(performance.now() - asked);
  // The queue's own clock: a job is due by Postgres' time.
  const [queue] = await db.execute<Health["queue"] & { at_work: number }>(sql`
    select count(*) filter (where is_open and locked_at is null and run_at <= now())::int as waiting,
      count(*) filter (where locked_at is not null)::int as "underWay",
      count(*) filter (where is_open and locked_at is null and run_at > now())::int as later,
      count(*) filter (where is_open and attempts > 0 and last_error is not null)::int as failing,
      count(*) filter (where not is_open and locked_at is null)::int as dead,
      extract(epoch from now() - min(run_at) filter (where is_open and locked_at is null and run_at <= now()))::int
        as "oldestSeconds",
      count(distinct locked_by)::int as at_work
    from (select *, attempts < max_attempts as is_open from graphile_worker.jobs) as jobs`);
  const [clock] = await db.execute<{ ran_at: string | null }>(
    sql`select max(last_execution)::text as ran_at from graphile_worker._private_known_crontabs`,
  );
  const { at_work: atWork, ...jobs } = queue!;
  return {
    database: {
      ...{ milliseconds, connections: database!.connections },
      ...{ mostConnections: database!.most, megabytes: database!.megabytes },
    },
    queue: jobs,
    workers: { atWork, clockRanAt: clock?.ran_at ? new Date(clock.ran_at) : null },
    mail: await mailFigures({ db, now }),
  };
}

/** What waits for an operator. */
export async function countStuck({ db }: Context<Operator>): Promise<{ jobs: number; mails: number }> {
  const [stuck] = await db.execute<{ jobs: number; mails: number }>(sql`
    select (select count(*)::int from graphile_worker.jobs where attempts >= max_attempts and locked_at is null) as jobs,
      (select count(*)::int from mails where state = 'parked') as mails`);
  return stuck!;
}

/** What waits, and what became of the last day's. */
async function mailFigures({ db, now }: Pick<Context, "db" | "now">): Promise<Health["mail"]> {
  const instant = sql`${now.toISOString()}::timestamptz`;
  const lastDay = sql`${instant} - interval '1 day'`;
  const [figures] = await db.execute<Health["mail"] & Record<string, unknown>>(sql`
    select count(*) filter (where state in ('waiting', 'sending'))::int as waiting,
      count(*) filter (where state = 'held')::int as held,
      count(*) filter (where state = 'parked')::int as parked,
      count(*) filter (where state = 'sent' and sent_at > ${lastDay})::int as sent,
      count(*) filter (where state in ('dropped', 'suppressed') and created_at > ${lastDay})::int as dropped,
      (select count(*)::int from suppressions where reason = 'bounced' and at > ${lastDay}) as bounced,
      (select count(*)::int from suppressions where reason = 'complained' and at > ${lastDay}) as complained,
      extract(epoch from ${instant} - min(due_at) filter (where state in ('waiting', 'sending') and due_at <= ${instant}))::int
        as "oldestSeconds"
    from mails`);
  return figures!;
}
