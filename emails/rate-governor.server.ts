import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { rateLimits } from "#db/schema/sign-in.ts";

/** Arrivals are less even than departures. */
const SLACK = 1.05;

/** Waits for the next free moment of `what`, of which there are `perSecond`, counted for all processes by the database. */
export async function awaitTurn(db: Database, what: string, perSecond: number): Promise<void> {
  const apart = sql`make_interval(secs => ${SLACK / perSecond})`;
  const [turn] = await db
    .insert(rateLimits)
    .values({ key: `turn ${what}`, expire: sql`clock_timestamp() + ${apart}` })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: { expire: sql`greatest(${rateLimits.expire}, clock_timestamp()) + ${apart}` },
    })
    .returning({
      waitMs: sql<number>`extract(epoch from ${rateLimits.expire} - ${apart} - clock_timestamp())::float * 1000`,
    });
  if (turn && turn.waitMs > 0) await sleep(turn.waitMs);
}
