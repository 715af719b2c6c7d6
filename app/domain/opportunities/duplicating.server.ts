/** Duplicating: a new draft that begins with the text of another, without its days. */
import { randomUUID } from "node:crypto";
import { opportunities } from "#db/schema/opportunities.ts";
import { done, refused, type Context, type Outcome, type Partner } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { lockOpportunity } from "./own.server.ts";

type Duplicated = { opportunityId: string };

export function duplicateOpportunity(
  ctx: Context<Partner>,
  { opportunityId, idempotencyKey }: { opportunityId: string; idempotencyKey: string },
): Promise<Outcome<Duplicated, "not_found">> {
  return once<Partner, Duplicated, "not_found">(ctx, "duplicate-opportunity", idempotencyKey, async (ctx) => {
    const original = await lockOpportunity(ctx, opportunityId);
    if (!original) return refused("not_found");
    const id = randomUUID();
    await ctx.db.insert(opportunities).values({
      ...original,
      ...{ id, copiedFromId: original.id, version: 1, createdBy: ctx.actor.userId },
      // Whoever copies it has claimed it.
      ...{ enteredBy: null, enteredAt: null, claimedAt: null },
      ...{ startsOn: null, endsOn: null, closesOn: null, shifts: [] },
      ...{ createdAt: ctx.now, updatedAt: ctx.now },
    });
    await recordEvent(ctx, "opportunity.duplicated", { id, detail: { copiedFromId: original.id } });
    return done({ opportunityId: id });
  });
}
