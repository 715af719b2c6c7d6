/**
 * Offering: a partner puts one opportunity before several districts. Each offer is a draft listing of its own: the
 * districts vet and decide for themselves. An ended listing stays as it was; offering again begins a new one.
 */
import { randomUUID } from "node:crypto";
import { and, eq, getTableColumns, inArray, isNull, ne } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { partnerships } from "#db/schema/organizations.ts";
import { done, refused, type Context, type Coordinator, type Outcome, type Partner } from "../context.ts";
import { withheldIn } from "../districts/kinds.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { claim } from "../opportunities/claiming.server.ts";
import type { Opportunity } from "../opportunities/opportunity.ts";
import { isOwn, lockOpportunity } from "../opportunities/own.server.ts";
import type { Listing } from "./lifecycle.ts";
import { lockListing } from "./review-subject.server.ts";
import { listingSlug } from "./slug.ts";

export interface Offer {
  opportunityId: string;
  districtIds: string[];
  idempotencyKey: string;
}
export type OfferRefusal = "not_found" | "no_partnership" | "kind_not_offered";

/** Where the opportunity is already offered nothing changes; all or none of the districts are written. */
export function offerToDistricts(
  ctx: Context<Partner>,
  { opportunityId, districtIds, idempotencyKey }: Offer,
): Promise<Outcome<{ listingIds: string[] }, OfferRefusal>> {
  type Offered = { listingIds: string[] };
  return once<Partner, Offered, OfferRefusal>(ctx, "offer-to-districts", idempotencyKey, async (ctx) => {
    const opportunity = await lockOpportunity(ctx, opportunityId);
    if (!opportunity) return refused("not_found");
    return offer(ctx, opportunity, districtIds);
  });
}

/** Within the transaction of a verb that locked the opportunity. */
export async function offer(
  ctx: Context<Partner>,
  opportunity: Opportunity,
  districtIds: readonly string[],
): Promise<Outcome<{ listingIds: string[] }, Exclude<OfferRefusal, "not_found">>> {
  const { id: opportunityId, organizationId, title, kind } = opportunity;
  const wanted = [...new Set(districtIds)];
  const partners = await ctx.db
    .select({ districtId: partnerships.districtId })
    .from(partnerships)
    .where(
      and(
        eq(partnerships.organizationId, organizationId),
        inArray(partnerships.districtId, wanted),
        ne(partnerships.status, "declined"),
      ),
    );
  if (partners.length !== wanted.length) return refused("no_partnership");
  if ((await withheldIn(ctx.db, kind, wanted)).length > 0) return refused("kind_not_offered");

  await claim(ctx, opportunity, "partner");
  const listingIds: string[] = [];
  for (const districtId of wanted) {
    const id = randomUUID();
    const slug = listingSlug(title, id);
    const [offered] = await ctx.db
      .insert(listings)
      .values({ id, opportunityId, districtId, slug, createdAt: ctx.now, updatedAt: ctx.now })
      .onConflictDoNothing()
      .returning();
    if (!offered) continue;
    await recordEvent(ctx, "listing.offered", { id, districtId, detail: { opportunityId } });
    listingIds.push(id);
  }
  return done({ listingIds });
}

export type WithdrawalRefusal = "not_found" | "already_sent";

/** Takes back an offer no coordinator has seen. */
export function withdrawOffer(
  ctx: Context<Partner>,
  { listingId, idempotencyKey }: { listingId: string; idempotencyKey: string },
): Promise<Outcome<{ opportunityId: string }, WithdrawalRefusal>> {
  type Withdrawn = { opportunityId: string };
  return once<Partner, Withdrawn, WithdrawalRefusal>(ctx, "withdraw-offer", idempotencyKey, async (ctx) => {
    const listing = await lockOwnListing(ctx, listingId);
    if (!listing) return refused("not_found");
    const unseen = and(eq(listings.id, listingId), eq(listings.state, "draft"), isNull(listings.submittedAt));
    const [gone] = await ctx.db.delete(listings).where(unseen).returning();
    if (!gone) return refused("already_sent");
    await recordEvent(ctx, "listing.offer_withdrawn", { id: listingId, districtId: gone.districtId });
    return done({ opportunityId: gone.opportunityId });
  });
}

/** The partner's listing, locked until the transaction ends. Null: not there, or another partner's. */
export async function lockOwnListing(ctx: Context<Partner>, listingId: string): Promise<Listing | null> {
  const [listing] = await ctx.db
    .select(getTableColumns(listings))
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .where(and(eq(listings.id, listingId), isOwn(ctx)))
    .for("update", { of: listings });
  return listing ?? null;
}

/** The listing of whoever may close, reopen or confirm it: its partner, or a coordinator of its district. */
export const lockTheirs = ({ actor, ...rest }: Context<Partner | Coordinator>, listingId: string) =>
  actor.kind === "partner" ? lockOwnListing({ ...rest, actor }, listingId) : lockListing({ ...rest, actor }, listingId);
