/**
 * What the clock does to listings, by each district's own date: an approved one is published on its day while its
 * partnership is in force; a published one expires after its last day, or when its partner was asked whether it is
 * still true and has not answered in time (`freshness.ts`).
 */
import { and, eq, inArray, isNotNull, lt, lte, or, sql } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { partnerships } from "#db/schema/organizations.ts";
import type { Context, System } from "../context.ts";
import type { District } from "../districts/districts.server.ts";
import { localDate } from "../districts/zone.ts";
import type { EventName } from "../events/event-names.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { tellCoordinators } from "../mail/recipients.server.ts";
import { askForConfirmations } from "./asking.server.ts";
import { FRESHNESS } from "./freshness.ts";
import { dayOf, isUnanswered } from "./freshness.server.ts";
import { LIFECYCLE } from "./lifecycle.ts";
import { tellReaders } from "./publishing-effects.server.ts";
import { changedAt } from "./review-subject.server.ts";
import { tellPartner } from "./tell-partner.server.ts";

export interface Advanced {
  published: number;
  expired: number;
  asked: number;
  reminded: number;
}

/** Does what is due in every district; doing it twice changes nothing more. */
export async function advanceListings(ctx: Context<System>): Promise<Advanced> {
  const total: Advanced = { published: 0, expired: 0, asked: 0, reminded: 0 };
  for (const district of await ctx.db.select().from(districts)) {
    const done = await ctx.db.transaction((tx) => advanceDistrict({ ...ctx, db: tx }, district));
    for (const what of Object.keys(total) as (keyof Advanced)[]) total[what] += done[what];
  }
  return total;
}

async function advanceDistrict(ctx: Context<System>, district: District): Promise<Advanced> {
  const today = localDate(ctx.now, district.timeZone);
  // Expiry first: what is over on its day of publishing is not shown for a minute.
  const expired = await expire(ctx, district, today);
  const published = await publish(ctx, district, today);
  return { published, expired, ...(await askForConfirmations(ctx, district)) };
}

async function expire(ctx: Context<System>, district: District, today: string): Promise<number> {
  const { from, to } = LIFECYCLE.expire;
  const askedOn = dayOf(listings.confirmationAskedAt, district.timeZone);
  const unconfirmed = and(isUnanswered, lte(askedOn, sql`${today}::date - ${FRESHNESS.leaveAfterDays}::int`));
  const rows = await ctx.db
    .update(listings)
    .set({ state: to, ...changedAt(ctx.now) })
    .where(
      and(
        eq(listings.districtId, district.id),
        inArray(listings.state, [...from]),
        or(lt(listings.closesOn, today), unconfirmed),
      ),
    )
    .returning();
  for (const listing of rows) {
    const why = listing.closesOn && listing.closesOn < today ? "last_day_over" : "unconfirmed";
    await log(ctx, listing, "listing.expired", { why });
    await tellPartner(ctx, listing, "partner-listing-expired");
    if (why === "unconfirmed")
      await tellCoordinators(ctx, district.id, "coordinator-listing-unconfirmed", { listingId: listing.id });
  }
  return rows.length;
}

async function publish(ctx: Context<System>, district: District, today: string): Promise<number> {
  const { from, to } = LIFECYCLE.publish;
  const due = await ctx.db
    .select({ id: listings.id })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(
      partnerships,
      and(
        eq(partnerships.organizationId, opportunities.organizationId),
        eq(partnerships.districtId, listings.districtId),
        eq(partnerships.status, "approved"),
        sql`coalesce(${partnerships.inForceUntil}, ${today}::date) >= ${today}::date`,
      ),
    )
    .where(
      and(
        eq(listings.districtId, district.id),
        inArray(listings.state, [...from]),
        lte(listings.publishOn, today),
        isNotNull(listings.publishedRevisionId),
        sql`coalesce(${listings.closesOn}, ${today}::date) >= ${today}::date`,
      ),
    );
  if (due.length === 0) return 0;
  const ids = due.map(({ id }) => id);
  const rows = await ctx.db
    .update(listings)
    .set({ state: to, publishedAt: ctx.now, ...changedAt(ctx.now) })
    .where(and(inArray(listings.id, ids), inArray(listings.state, [...from])))
    .returning();
  for (const listing of rows) await log(ctx, listing, "listing.published");
  return rows.length;
}

async function log(
  ctx: Context<System>,
  listing: { id: string; districtId: string },
  name: EventName,
  detail?: Record<string, unknown>,
) {
  await recordEvent(ctx, name, { id: listing.id, districtId: listing.districtId, detail });
  await tellReaders(ctx.db, listing);
}
