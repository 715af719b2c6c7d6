import { and, eq, sql } from "drizzle-orm";
import { events } from "#db/schema/events.ts";
import type { Context } from "../context.ts";
import type { EventName } from "./event-names.ts";
import { recordEvent } from "./record-event.server.ts";

/**
 * Adds a row to the log unless it holds one of the same name, subject and detail; true: it was added now. Of two at
 * once the second waits for the first one's transaction and then sees its row.
 */
export async function recordOnce(
  ctx: Context,
  name: EventName,
  subject: { id: string; districtId: string; detail: Record<string, string> },
): Promise<boolean> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`${name} ${subject.id}`}))`);
  const same = sql`${events.detail} = ${JSON.stringify(subject.detail)}::jsonb`;
  if ((await ctx.db.$count(events, and(eq(events.subjectId, subject.id), eq(events.name, name), same))) > 0)
    return false;
  await recordEvent(ctx, name, subject);
  return true;
}
