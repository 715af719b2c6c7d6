import { sql, type SQL } from "drizzle-orm";
import { events } from "#db/schema/events.ts";
import type { Context } from "../context.ts";
import type { EventName } from "./event-names.ts";

export interface Subject {
  id: string;
  /** In whose log it stands; left out: see `districtOf`. */
  districtId?: string | undefined;
  /** Ids and codes only, never a name, an address or what somebody typed. */
  detail?: Record<string, unknown> | undefined;
}

/** Adds a row to the log, in the caller's transaction; answers its id. */
export async function recordEvent(ctx: Context, name: EventName, subject: Subject): Promise<string> {
  const [row] = await ctx.db
    .insert(events)
    .values(eventRow(ctx, name, subject))
    .returning({ id: events.id });
  return row!.id;
}

export const eventRow = (ctx: Context, name: EventName, { id, districtId, detail }: Subject) => ({
  name,
  subjectId: id,
  districtId: districtId ?? districtOf(ctx, id),
  detail,
  actorId: ctx.actor.userId,
  at: ctx.now,
});

/**
 * A district's log holds what it is about and what its staff and its families do. A partner is of no district: what
 * they do with a listing or a partnership says whose it is, their own account is theirs alone.
 */
function districtOf({ actor }: Context, subjectId: string): string | SQL | undefined {
  if ("districtId" in actor) return actor.districtId;
  if (actor.kind !== "person" && actor.kind !== "visitor") return undefined;
  const userId = actor.userId ?? subjectId;
  return sql`coalesce((select district_id from district_staff where user_id = ${userId}),
    (select district_id from students where user_id = ${userId}), (select district_id from parents where user_id = ${userId}))`;
}
