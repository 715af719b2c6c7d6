/**
 * Claiming: what a coordinator wrote down for a partner who phoned is the district's to correct until the partner says
 * that it is theirs: in words, by changing it, by sending it, or by joining through the mail about it.
 */
import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { done, refused, type Context, type Outcome, type Partner } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import type { Opportunity } from "./opportunity.ts";
import { lockOpportunity } from "./own.server.ts";

export type Entered = Pick<Opportunity, "enteredAt" | "claimedAt">;
export const isUnclaimed = ({ enteredAt, claimedAt }: Entered) => enteredAt !== null && claimedAt === null;
export const areUnclaimed = and(isNotNull(opportunities.enteredAt), isNull(opportunities.claimedAt));

type Claimed = { opportunityId: string };

/** "That's right", said at the partner's desk; saying it again changes nothing. */
export function claimOpportunity(
  ctx: Context<Partner>,
  { opportunityId, idempotencyKey }: { opportunityId: string; idempotencyKey: string },
): Promise<Outcome<Claimed, "not_found">> {
  return once<Partner, Claimed, "not_found">(ctx, "claim-opportunity", idempotencyKey, async (ctx) => {
    const opportunity = await lockOpportunity(ctx, opportunityId);
    if (!opportunity?.enteredAt) return refused("not_found");
    await claim(ctx, opportunity, "partner");
    return done({ opportunityId });
  });
}

/** Call with the opportunity locked. `by`: how it was said; what is claimed, or was never entered, stays as it is. */
export async function claim(
  ctx: Context,
  opportunity: Entered & { id: string },
  by: "partner" | "link" | "invitation",
): Promise<void> {
  if (!isUnclaimed(opportunity)) return;
  const { id } = opportunity;
  const [claimed] = await ctx.db
    .update(opportunities)
    .set({ claimedAt: ctx.now })
    .where(and(eq(opportunities.id, id), areUnclaimed))
    .returning({ id: opportunities.id });
  if (!claimed) return;
  const on = await ctx.db.select().from(listings).where(eq(listings.opportunityId, id));
  for (const { id, districtId } of on) await recordEvent(ctx, "listing.claimed", { id, districtId, detail: { by } });
}

/** What the invitation's mail was about; answers how many, claimed before or now. Call in the transaction that accepts it. */
export async function claimInvited(
  ctx: Context,
  invitation: { id: string; organizationId: string | null },
): Promise<number> {
  if (!invitation.organizationId) return 0;
  const asked = ctx.db
    .select({ id: listings.opportunityId })
    .from(events)
    .innerJoin(listings, eq(listings.id, events.subjectId))
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .where(
      and(
        eq(opportunities.organizationId, invitation.organizationId),
        eq(events.name, "listing.claim_asked"),
        sql`${events.detail} ->> 'invitationId' = ${invitation.id}`,
      ),
    );
  const theirs = await ctx.db.select().from(opportunities).where(inArray(opportunities.id, asked)).for("update");
  for (const opportunity of theirs) await claim(ctx, opportunity, "invitation");
  return theirs.length;
}

/** Locked until the transaction ends; null: its partner wrote it. Call with a listing of it that is the actor's to lock. */
export async function lockEntered({ db }: Context, opportunityId: string): Promise<Opportunity | null> {
  const [opportunity] = await db.select().from(opportunities).where(eq(opportunities.id, opportunityId)).for("update");
  return opportunity?.enteredAt ? opportunity : null;
}
