/**
 * Reopening: what was closed too early is put back as it was approved, by the partner who closed it or by a coordinator
 * of its district. A partner who reopens says that it is still true.
 */
import { and, desc, eq } from "drizzle-orm";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { done, refused, type Context, type Coordinator, type Outcome, type Partner } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { UNASKED } from "./freshness.ts";
import { LIFECYCLE, mayReopen, type ListingState } from "./lifecycle.ts";
import { lockTheirs } from "./offering.server.ts";
import { tellReaders } from "./publishing-effects.server.ts";
import { isOfferedElse } from "./renewing.server.ts";
import { changedAt, lockStanding, todayIn } from "./review-subject.server.ts";

type Reopener = Partner | Coordinator;
type Reopened = { state: ListingState; opportunityId: string };
export type ReopeningRefusal =
  | "not_found"
  | "not_closed"
  /** By a coordinator: a partner cannot take that back. */
  | "closed_by_district"
  | "still_offered"
  | "partnership_not_in_force"
  | "over_before_shown";

export function reopenListing(
  ctx: Context<Reopener>,
  { listingId, idempotencyKey }: { listingId: string; idempotencyKey: string },
): Promise<Outcome<Reopened, ReopeningRefusal>> {
  return once<Reopener, Reopened, ReopeningRefusal>(ctx, "reopen-listing", idempotencyKey, async (ctx) => {
    const listing = await lockTheirs(ctx, listingId);
    if (!listing) return refused("not_found");
    if (!mayReopen(listing)) return refused("not_closed");
    const byPartner = ctx.actor.kind === "partner";
    if (byPartner && (await wasClosedByDistrict(ctx, listingId))) return refused("closed_by_district");
    const { opportunityId, districtId, closesOn } = listing;
    await ctx.db.select().from(opportunities).where(eq(opportunities.id, opportunityId)).for("update");
    if (await isOfferedElse(ctx, listing)) return refused("still_offered");
    const today = await todayIn(ctx, districtId);
    if (!(await lockStanding(ctx.db, listing, today))) return refused("partnership_not_in_force");
    if (closesOn !== null && closesOn < today) return refused("over_before_shown");

    const { to: state } = LIFECYCLE.reopen;
    const said = byPartner ? { confirmedAt: ctx.now } : {};
    await ctx.db
      .update(listings)
      .set({ ...changedAt(ctx.now), ...UNASKED, ...said, state, closedAt: null, closedReason: null })
      .where(eq(listings.id, listingId));
    const detail = { by: ctx.actor.kind, from: listing.state, to: state };
    await recordEvent(ctx, "listing.reopened", { id: listingId, districtId, detail });
    await tellReaders(ctx.db, listing);
    return done({ state, opportunityId });
  });
}

async function wasClosedByDistrict({ db }: Context, listingId: string): Promise<boolean> {
  const [closed] = await db
    .select({ detail: events.detail })
    .from(events)
    .where(and(eq(events.subjectId, listingId), eq(events.name, "listing.closed")))
    .orderBy(desc(events.at))
    .limit(1);
  return closed?.detail?.by === "coordinator";
}
