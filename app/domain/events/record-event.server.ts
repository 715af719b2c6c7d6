import { events } from "#db/schema/events.ts";
import type { Context } from "../context.ts";
import type { EventName } from "./event-names.ts";

/** Adds a row to the log, in the caller's transaction. */
export async function recordEvent(
  ctx: Context,
  name: EventName,
  subject: { id: string; districtId?: string; detail?: Record<string, unknown> },
) {
  await ctx.db.insert(events).values({
    name,
    subjectId: subject.id,
    districtId: subject.districtId,
    detail: subject.detail,
    actorId: ctx.actor.userId,
    at: ctx.now,
  });
}
