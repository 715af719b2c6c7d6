/**
 * Suspending: a coordinator takes a listing off the list while a doubt is looked into, and puts it back while the
 * partnership holds. Closing (`closing.server.ts`) is for good.
 */
import { eq } from "drizzle-orm";
import { listings, suspensions } from "#db/schema/listings.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import type { EventName } from "../events/event-names.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { UNASKED } from "./freshness.ts";
import { canHappen, LIFECYCLE, type Listing, type ListingState } from "./lifecycle.ts";
import { tellReaders } from "./publishing-effects.server.ts";
import { changedAt, lockListing, lockStanding, todayIn } from "./review-subject.server.ts";

interface Change {
  listingId: string;
  idempotencyKey: string;
}
type Moved = { state: ListingState };

export type SuspensionRefusal = "not_found" | "not_on_list";
export type RestorationRefusal = "not_found" | "not_suspended" | "partnership_not_in_force" | "over_before_shown";

/** Learners no longer see it; `note` says why, for the district and the partner. */
export function suspendListing(
  ctx: Context<Coordinator>,
  { listingId, note, idempotencyKey }: Change & { note: string },
): Promise<Outcome<Moved, SuspensionRefusal>> {
  return once<Coordinator, Moved, SuspensionRefusal>(ctx, "suspend-listing", idempotencyKey, async (ctx) => {
    const listing = await lockListing(ctx, listingId);
    if (!listing) return refused("not_found");
    if (!canHappen("suspend", listing.state)) return refused("not_on_list");
    const suspensionId = await recordSuspension(ctx, listing, note);
    return moveListing(ctx, listing, { state: LIFECYCLE.suspend.to }, "listing.suspended", { suspensionId });
  });
}

/** Back to the list, or to waiting for its day when that is still to come. */
export function restoreListing(
  ctx: Context<Coordinator>,
  { listingId, idempotencyKey }: Change,
): Promise<Outcome<Moved, RestorationRefusal>> {
  return once<Coordinator, Moved, RestorationRefusal>(ctx, "restore-listing", idempotencyKey, async (ctx) => {
    const listing = await lockListing(ctx, listingId);
    if (!listing) return refused("not_found");
    if (!canHappen("restore", listing.state)) return refused("not_suspended");
    const today = await todayIn(ctx, listing.districtId);
    if (!(await lockStanding(ctx.db, listing, today))) return refused("partnership_not_in_force");
    if (listing.closesOn && listing.closesOn < today) return refused("over_before_shown");
    const waits = listing.publishOn !== null && listing.publishOn > today;
    const publishedAt = waits ? null : (listing.publishedAt ?? ctx.now);
    const state = LIFECYCLE[waits ? "reschedule" : "restore"].to;
    return moveListing(ctx, listing, { state, publishedAt, ...UNASKED }, "listing.restored");
  });
}

export async function recordSuspension(ctx: Context<Coordinator>, listing: Listing, note: string): Promise<string> {
  const by = { suspendedBy: ctx.actor.userId, suspendedAt: ctx.now };
  const [suspension] = await ctx.db
    .insert(suspensions)
    .values({ listingId: listing.id, districtId: listing.districtId, note, ...by })
    .returning({ id: suspensions.id });
  return suspension!.id;
}

export async function moveListing(
  ctx: Context,
  listing: Listing,
  to: Partial<Listing> & Moved,
  event: EventName,
  detail: Record<string, unknown> = {},
) {
  await ctx.db
    .update(listings)
    .set({ ...to, ...changedAt(ctx.now) })
    .where(eq(listings.id, listing.id));
  await recordEvent(ctx, event, {
    id: listing.id,
    districtId: listing.districtId,
    detail: { ...detail, from: listing.state, to: to.state },
  });
  await tellReaders(ctx.db, listing);
  return done<Moved>({ state: to.state });
}
