/** Closing, by the partner: the places are taken, or the offer is taken back. Readers stop seeing it at once. */
import { and, eq, inArray } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { done, refused, type Context, type Outcome, type Partner } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import type { CloseReason } from "./closing.ts";
import { LIFECYCLE, type ListingState } from "./lifecycle.ts";
import { lockOwnListing } from "./offering.server.ts";
import { tellReaders } from "./publishing-effects.server.ts";
import { changedAt } from "./review-subject.server.ts";

export interface Closing {
  listingId: string;
  reason: CloseReason;
  idempotencyKey: string;
}
export type ClosingRefusal = "not_found" | "not_published";
type Closed = { state: ListingState; opportunityId: string };

export function closeListing(
  ctx: Context<Partner>,
  { listingId, reason, idempotencyKey }: Closing,
): Promise<Outcome<Closed, ClosingRefusal>> {
  return once<Partner, Closed, ClosingRefusal>(ctx, "close-listing", idempotencyKey, async (ctx) => {
    const listing = await lockOwnListing(ctx, listingId);
    if (!listing) return refused("not_found");
    const { to: state, from } = LIFECYCLE.close;
    const [closed] = await ctx.db
      .update(listings)
      .set({ ...changedAt(ctx.now), state, closedAt: ctx.now, closedReason: reason })
      .where(and(eq(listings.id, listingId), inArray(listings.state, [...from])))
      .returning();
    if (!closed) return refused("not_published");
    const { districtId, opportunityId } = closed;
    const detail = { reason, from: listing.state, to: state };
    await recordEvent(ctx, "listing.closed", { id: listingId, districtId, detail });
    await tellReaders(ctx.db, closed);
    return done({ state, opportunityId });
  });
}
