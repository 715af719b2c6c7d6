/** A partner hears a week before that a listing is about to leave the list, once for each last day it gets. */
import { and, eq, lte, or, sql } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { listings } from "#db/schema/listings.ts";
import type { Context, System } from "../context.ts";
import type { District } from "../districts/districts.server.ts";
import { addDays, localDate } from "../districts/zone.ts";
import { recordOnce } from "../events/record-once.server.ts";
import { leavingOf } from "./leaving.ts";
import { CLOSING_SOON_DAYS } from "./review-queue.ts";
import { tellPartner } from "./tell-partner.server.ts";

/** How many listings were announced; doing it twice announces none twice. */
export async function announceLeaving(ctx: Context<System>): Promise<number> {
  let announced = 0;
  for (const district of await ctx.db.select().from(districts))
    for (const { id, lastDay } of await findLeaving(ctx, district))
      if (await ctx.db.transaction((tx) => announce({ ...ctx, db: tx }, district, id, lastDay))) announced++;
  return announced;
}

async function findLeaving(ctx: Context<System>, district: District) {
  const today = localDate(ctx.now, district.timeZone);
  const soon = addDays(today, CLOSING_SOON_DAYS);
  const lastConfirmed = sql`coalesce(${listings.confirmedAt}, ${listings.publishedAt}, ${listings.createdAt})`;
  // A day early for the zone; `leavingOf` is exact.
  const days = sql`make_interval(days => greatest(${district.freshnessDays - CLOSING_SOON_DAYS - 1}::int, 0))`;
  const isOld = sql`${lastConfirmed} < ${ctx.now.toISOString()}::timestamptz - ${days}`;
  const rows = await ctx.db
    .select()
    .from(listings)
    .where(
      and(
        eq(listings.districtId, district.id),
        eq(listings.state, "published"),
        or(lte(listings.closesOn, soon), isOld),
      ),
    );
  return rows.flatMap((listing) => {
    const { lastDay } = leavingOf(listing, district);
    const shownOn = localDate(listing.publishedAt ?? listing.createdAt, district.timeZone);
    // Whoever put it on the list for a few days knows that they are few.
    const isBrief = shownOn > addDays(lastDay, -CLOSING_SOON_DAYS);
    return lastDay >= today && lastDay <= soon && !isBrief ? [{ id: listing.id, lastDay }] : [];
  });
}

async function announce(ctx: Context<System>, district: District, id: string, lastDay: string): Promise<boolean> {
  const [listing] = await ctx.db
    .select()
    .from(listings)
    .where(and(eq(listings.id, id), eq(listings.state, "published")))
    .for("update");
  if (!listing || leavingOf(listing, district).lastDay !== lastDay) return false;
  const subject = { id, districtId: district.id, detail: { lastDay } };
  if (!(await recordOnce(ctx, "listing.expiry_announced", subject))) return false;
  await tellPartner(ctx, listing, "partner-listing-expiring");
  return true;
}
