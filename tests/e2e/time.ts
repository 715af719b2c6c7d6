import path from "node:path";
import { sql } from "drizzle-orm";
import { connect, type Connection } from "#db/client.server.ts";
import { startEmbedded } from "#db/embedded.server.ts";

/**
 * What a season does and a journey cannot wait for: all that was said of a listing happened `days` earlier than it did,
 * no hour is a quiet one, and the clock has just struck.
 */
export const letDaysPass = (title: string, days: number) =>
  withDatabase(async (db) => {
    const by = sql`make_interval(days => ${days}::int)`;
    await db.execute(ALL_HOURS_ARE_DAY);
    const aged = await db.execute(sql`
      update listings set confirmed_at = confirmed_at - ${by}, submitted_at = submitted_at - ${by},
        published_at = published_at - ${by}, confirmation_asked_at = confirmation_asked_at - ${by}
      where opportunity_id in (select id from opportunities where title = ${title}) returning id`);
    if (aged.length === 0) throw new Error(`no listing is called ${title}`);
    await db.execute(sql`select graphile_worker.add_job('advance-listings', '{}'::json)`);
  });

/** A quarter of an hour on: what was decided can no longer be taken back, and whoever waits for news is told. */
export const letNewsSettle = () =>
  withDatabase(async (db) => {
    const by = sql`interval '15 minutes'`;
    await db.execute(ALL_HOURS_ARE_DAY);
    await db.execute(sql`update listings set published_at = published_at - ${by} where published_at > now() - ${by}`);
    // What was put off until a quiet night is over is due as well.
    await db.execute(sql`
      update saved_searches set since = since - ${by}, looked_at = looked_at - ${by}, due_at = least(due_at, now()) - ${by}`);
    await db.execute(sql`select graphile_worker.add_job('look-for-matches', '{}'::json)`);
  });

const ALL_HOURS_ARE_DAY = sql`update districts set quiet_from = '00:00', quiet_until = '00:00'`;

/** The database of the site the journeys walk on. */
export async function withDatabase(work: (db: Connection["db"]) => Promise<void>) {
  const { url } = await startEmbedded(path.join(process.env["JOURNEYS_DATA"] ?? "", "postgres"));
  const { db, end } = connect(url);
  try {
    await work(db);
  } finally {
    await end();
  }
}
