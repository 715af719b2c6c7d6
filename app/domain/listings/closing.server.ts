/**
 * Closing, by the partner or by the coordinator of its district: the places are taken, or the offer is taken back.
 * Readers stop seeing it at once, and for good.
 */
import { eq } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { done, refused, type Context, type Coordinator, type Outcome, type Partner } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import type { CloseReason } from "./closing.ts";
import { canHappen, LIFECYCLE, type ListingState } from "./lifecycle.ts";
import { lockOwnListing } from "./offering.server.ts";
import { tellReaders } from "./publishing-effects.server.ts";
import { changedAt, lockListing } from "./review-subject.server.ts";

type Closer = Partner | Coordinator;
type Closed = { state: ListingState; opportunityId: string };

export interface Closing {
  listingId: string;
  reason: CloseReason;
  idempotencyKey: string;
}
export type ClosingRefusal = "not_found" | "not_published";

export function closeListing(
  ctx: Context<Closer>,
  { listingId, reason, idempotencyKey }: Closing,
): Promise<Outcome<Closed, ClosingRefusal>> {
  return once<Closer, Closed, ClosingRefusal>(ctx, "close-listing", idempotencyKey, async (ctx) => {
    const listing = await lockTheirs(ctx, listingId);
    if (!listing) return refused("not_found");
    if (!canHappen("close", listing.state)) return refused("not_published");
    const { to: state } = LIFECYCLE.close;
    await ctx.db
      .update(listings)
      .set({ ...changedAt(ctx.now), state, closedAt: ctx.now, closedReason: reason })
      .where(eq(listings.id, listingId));
    const { districtId, opportunityId } = listing;
    const detail = { reason, from: listing.state, to: state };
    await recordEvent(ctx, "listing.closed", { id: listingId, districtId, detail });
    await tellReaders(ctx.db, listing);
    return done({ state, opportunityId });
  });
}

const lockTheirs = ({ actor, ...rest }: Context<Closer>, listingId: string) =>
  actor.kind === "partner" ? lockOwnListing({ ...rest, actor }, listingId) : lockListing({ ...rest, actor }, listingId);
