/**
 * Confirming: a partner says that a listing is still true, or a coordinator says so whom the partner told. Readers are
 * shown the day. Saying it again on the same day changes nothing, so of fifty taps one is logged.
 */
import { and, asc, eq, getTableColumns } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { done, refused, type Actor, type Context, type Coordinator, type Outcome, type Partner } from "../context.ts";
import { getDistrict } from "../districts/districts.server.ts";
import { localDate } from "../districts/zone.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { isOwn } from "../opportunities/own.server.ts";
import { isAsked, UNASKED } from "./freshness.ts";
import { isUnanswered } from "./freshness.server.ts";
import { isPublic, type Listing } from "./lifecycle.ts";
import { lockTheirs } from "./offering.server.ts";
import { tellReaders } from "./publishing-effects.server.ts";
import { changedAt } from "./review-subject.server.ts";

type Confirmer = Partner | Coordinator;
type Confirmed = { opportunityId: string };
export type ConfirmationRefusal = "not_found" | "not_published";

export function confirmListing(
  ctx: Context<Confirmer>,
  { listingId, idempotencyKey }: { listingId: string; idempotencyKey: string },
): Promise<Outcome<Confirmed, ConfirmationRefusal>> {
  return once<Confirmer, Confirmed, ConfirmationRefusal>(ctx, "confirm-listing", idempotencyKey, async (ctx) => {
    const listing = await lockTheirs(ctx, listingId);
    if (!listing) return refused("not_found");
    if (!isPublic(listing.state)) return refused("not_published");
    await confirm(ctx, listing, ctx.actor.kind);
    return done({ opportunityId: listing.opportunityId });
  });
}

/** All that the partner was asked about, in every district; how many that were. */
export function confirmAllAsked(
  ctx: Context<Partner>,
  { idempotencyKey }: { idempotencyKey: string },
): Promise<Outcome<{ confirmed: number }, never>> {
  return once<Partner, { confirmed: number }, never>(ctx, "confirm-all-asked", idempotencyKey, async (ctx) => {
    const asked = await ctx.db
      .select(getTableColumns(listings))
      .from(listings)
      .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
      .where(and(isOwn(ctx), eq(listings.state, "published"), isUnanswered))
      // Of two at once, none then waits for the other.
      .orderBy(asc(listings.districtId), asc(listings.id))
      .for("update", { of: listings });
    for (const listing of asked) await confirm(ctx, listing, ctx.actor.kind);
    return done({ confirmed: asked.length });
  });
}

/** Call with the listing locked. `by`: who said so; a mail's link knows nobody. */
export async function confirm(ctx: Context, listing: Listing, by: Actor["kind"] | "link"): Promise<void> {
  const { id, districtId, confirmedAt } = listing;
  if (!isAsked(listing) && confirmedAt !== null && (await areSameDay(ctx, districtId, confirmedAt))) return;
  await ctx.db
    .update(listings)
    .set({ ...changedAt(ctx.now), ...UNASKED, confirmedAt: ctx.now })
    .where(eq(listings.id, id));
  await recordEvent(ctx, "listing.confirmed", { id, districtId, detail: { by } });
  await tellReaders(ctx.db, listing);
}

async function areSameDay({ db, now }: Context, districtId: string, instant: Date): Promise<boolean> {
  const district = await getDistrict(db, districtId);
  if (!district) throw new Error(`no district ${districtId}`);
  return localDate(instant, district.timeZone) === localDate(now, district.timeZone);
}
