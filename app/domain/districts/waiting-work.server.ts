import { and, between, count, eq } from "drizzle-orm";
import { partnerships } from "#db/schema/organizations.ts";
import type { Context, Coordinator } from "../context.ts";
import { countQueues } from "../listings/review-queue.server.ts";
import { todayIn } from "../listings/review-subject.server.ts";
import { addDays } from "./zone.ts";

/** Partnerships whose last day is no farther away than this. */
const ENDING_SOON_DAYS = 30;

/** What waits for a district's coordinators, as counts. */
export interface WaitingWork {
  awaiting: number;
  closing: number;
  unconfirmed: number;
  /** Organizations that ask to be partners. */
  requested: number;
  /** Partnerships that end soon. */
  ending: number;
}

/** Null: nothing does. */
export async function findWaitingWork(ctx: Context<Coordinator>): Promise<WaitingWork | null> {
  const { awaiting, closing, unconfirmed } = await countQueues(ctx);
  const today = await todayIn(ctx, ctx.actor.districtId);
  const own = eq(partnerships.districtId, ctx.actor.districtId);
  const soon = between(partnerships.inForceUntil, today, addDays(today, ENDING_SOON_DAYS));
  const [requested] = await ctx.db
    .select({ count: count() })
    .from(partnerships)
    .where(and(own, eq(partnerships.status, "requested")));
  const [ending] = await ctx.db
    .select({ count: count() })
    .from(partnerships)
    .where(and(own, eq(partnerships.status, "approved"), soon));
  const work = { awaiting, closing, unconfirmed, requested: requested!.count, ending: ending!.count };
  return Object.values(work).some((waiting) => waiting > 0) ? work : null;
}
