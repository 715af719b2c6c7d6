/**
 * Sending together: a partner sends one text to several districts in one stroke, also to those it was not offered to
 * yet. Each district takes it or not for itself; where it may not be sent, it stays as it stands there.
 */
import { and, asc, eq, inArray, notInArray } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { done, refused, type Context, type Outcome, type Partner } from "../context.ts";
import { once } from "../once.server.ts";
import { isOwn, lockOpportunity } from "../opportunities/own.server.ts";
import { LIFECYCLE, type Listing } from "./lifecycle.ts";
import { offer, type Offer, type OfferRefusal } from "./offering.server.ts";
import { submit, type SubmissionRefusal } from "./submission.server.ts";

export interface DistrictAnswer {
  districtId: string;
  /** Null: it was sent. */
  refusal: Exclude<SubmissionRefusal, "not_found"> | null;
}

export function sendToDistricts(
  ctx: Context<Partner>,
  { opportunityId, districtIds, idempotencyKey }: Offer,
): Promise<Outcome<DistrictAnswer[], OfferRefusal>> {
  return once<Partner, DistrictAnswer[], OfferRefusal>(ctx, "send-to-districts", idempotencyKey, async (ctx) => {
    const there = await lockAlive(ctx, { opportunityId, districtIds });
    const opportunity = await lockOpportunity(ctx, opportunityId);
    if (!opportunity) return refused("not_found");
    const isThere = (districtId: string) => there.some((listing) => listing.districtId === districtId);
    const wanted = [...new Set(districtIds)];
    const offered = await offer(
      ctx,
      opportunity,
      wanted.filter((districtId) => !isThere(districtId)),
    );
    if (!offered.ok) return offered;
    const added = offered.value.listingIds.length
      ? await ctx.db.select().from(listings).where(inArray(listings.id, offered.value.listingIds))
      : [];
    const answers: DistrictAnswer[] = [];
    for (const listing of [...there, ...added].toSorted((a, b) => a.districtId.localeCompare(b.districtId))) {
      const sent = await submit(ctx, listing, opportunity);
      answers.push({ districtId: listing.districtId, refusal: sent.ok ? null : sent.refusal });
    }
    return done(answers);
  });
}

/** What of it is alive on these lists; locked before the opportunity, as whoever sends to one district does. */
async function lockAlive(
  ctx: Context<Partner>,
  { opportunityId, districtIds }: Pick<Offer, "opportunityId" | "districtIds">,
): Promise<Listing[]> {
  const rows = await ctx.db
    .select({ listing: listings })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .where(
      and(
        isOwn(ctx),
        eq(listings.opportunityId, opportunityId),
        inArray(listings.districtId, districtIds),
        notInArray(listings.state, [...LIFECYCLE.renew.from]),
      ),
    )
    .orderBy(asc(listings.id))
    .for("update", { of: listings });
  return rows.map(({ listing }) => listing);
}
