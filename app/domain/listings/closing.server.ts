/**
 * Closing, by the partner or by the coordinator of its district: the places are taken, or the offer is taken back.
 * Readers stop seeing it at once.
 */
import { eq } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { done, refused, type Actor, type Context, type Coordinator, type Outcome, type Partner } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import type { CloseReason } from "./closing.ts";
import { canHappen, LIFECYCLE, type Listing, type ListingState } from "./lifecycle.ts";
import { lockTheirs } from "./offering.server.ts";
import { tellReaders } from "./publishing-effects.server.ts";
import { changedAt } from "./review-subject.server.ts";

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
    return done(await closeLocked(ctx, listing, { reason, by: ctx.actor.kind }));
  });
}

/** Call with the listing locked, published or waiting to be. `by`: who closes it, since a partner may reopen only what partners closed. */
export async function closeLocked(
  ctx: Context,
  { id, districtId, opportunityId, state: from }: Listing,
  { reason, by }: { reason: CloseReason; by: Actor["kind"] | "link" },
): Promise<Closed> {
  const { to: state } = LIFECYCLE.close;
  await ctx.db
    .update(listings)
    .set({ ...changedAt(ctx.now), state, closedAt: ctx.now, closedReason: reason })
    .where(eq(listings.id, id));
  await recordEvent(ctx, "listing.closed", { id, districtId, detail: { reason, by, from, to: state } });
  await tellReaders(ctx.db, { id, districtId });
  return { state, opportunityId };
}
