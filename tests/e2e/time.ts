import path from "node:path";
import { sql } from "drizzle-orm";
import { connect } from "#db/client.server.ts";
import { startEmbedded } from "#db/embedded.server.ts";

/**
 * What a season does and a journey cannot wait for: all that was said of a listing happened `days` earlier than it did,
 * no hour is a quiet one, and the clock has just struck.
 */
export async function letDaysPass(title: string, days: number) {
  const { url } = await startEmbedded(path.join(process.env["JOURNEYS_DATA"] ?? "", "postgres"));
  const { db, end } = connect(url);
  const by = sql`make_interval(days => ${days}::int)`;
  try {
    await db.execute(sql`update districts set quiet_from = '00:00', quiet_until = '00:00'`);
    const aged = await db.execute(sql`
      update listings set confirmed_at = confirmed_at - ${by}, submitted_at = submitted_at - ${by},
        published_at = published_at - ${by}, confirmation_asked_at = confirmation_asked_at - ${by}
      where opportunity_id in (select id from opportunities where title = ${title}) returning id`);
    if (aged.length === 0) throw new Error(`no listing is called ${title}`);
    await db.execute(sql`select graphile_worker.add_job('advance-listings', '{}'::json)`);
  } finally {
    await end();
  }
}
