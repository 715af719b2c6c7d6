/**
 * Refusals: somebody was not let in, or tried what is not theirs to do. However often within a minute, the log holds it
 * once for each person and rule, so that knocking on every door does not fill it.
 */
import { createHash } from "node:crypto";
import { events } from "#db/schema/events.ts";
import type { Context } from "../context.ts";
import { EVENTS, type EventName } from "./event-names.ts";
import { eventRow } from "./record-event.server.ts";

type RefusalName = { [N in EventName]: (typeof EVENTS)[N] extends "refusal" ? N : never }[EventName];

const MINUTE_MS = 60_000;

/** `person` was refused, by `rule`: a short word of ours, nothing that was typed. */
export async function recordRefusal(ctx: Context, name: RefusalName, person: string, rule: string): Promise<void> {
  const minute = Math.floor(ctx.now.getTime() / MINUTE_MS);
  // The same person, rule and minute make the same id: of many at once one is kept, without a look first.
  const id = uuidOf(`${name} ${person} ${rule} ${minute}`);
  const row = eventRow(ctx, name, { id: person, detail: { rule } });
  await ctx.db
    .insert(events)
    .values({ ...row, id })
    .onConflictDoNothing({ target: events.id });
}

const uuidOf = (text: string) =>
  createHash("sha256")
    .update(text)
    .digest("hex")
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-8$3-8$4-$5");
