import { and, eq, inArray, type SQL } from "drizzle-orm";
import { opportunities } from "#db/schema/opportunities.ts";
import type { Context, Partner } from "../context.ts";
import type { Opportunity } from "./opportunity.ts";

/** Narrows a query to what the partner's organizations wrote; every look-up of a partner starts here. */
export const isOwn = (ctx: Context<Partner>): SQL => inArray(opportunities.organizationId, ctx.actor.organizationIds);

/** The partner's opportunity, locked until the transaction ends. Null: not there, or another partner's. */
export async function lockOpportunity(ctx: Context<Partner>, opportunityId: string): Promise<Opportunity | null> {
  const [opportunity] = await ctx.db
    .select()
    .from(opportunities)
    .where(and(eq(opportunities.id, opportunityId), isOwn(ctx)))
    .for("update");
  return opportunity ?? null;
}
