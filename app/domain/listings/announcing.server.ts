/**
 * A partner hears a week before that a listing's last day comes, once for each last day it gets. What leaves the list
 * because nobody confirms it was asked about before (`asking.server.ts`).
 */
import { and, between, eq } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { listings } from "#db/schema/listings.ts";
import type { Context, System } from "../context.ts";
import type { District } from "../districts/districts.server.ts";
import { addDays, localDate } from "../districts/zone.ts";
import { recordOnce } from "../events/record-once.server.ts";
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
  const rows = await ctx.db
    .select()
    .from(listings)
    .where(
      and(
        eq(listings.districtId, district.id),
        eq(listings.state, "published"),
        between(listings.closesOn, today, soon),
      ),
    );
  return rows.flatMap(({ id, closesOn: lastDay, publishedAt, createdAt }) => {
    const shownOn = localDate(publishedAt ?? createdAt, district.timeZone);
    // Whoever put it on the list for a few days knows that they are few.
    const isBrief = lastDay !== null && shownOn > addDays(lastDay, -CLOSING_SOON_DAYS);
    return lastDay === null || isBrief ? [] : [{ id, lastDay }];
  });
}

async function announce(ctx: Context<System>, district: District, id: string, lastDay: string): Promise<boolean> {
  const [listing] = await ctx.db
    .select()
    .from(listings)
    .where(and(eq(listings.id, id), eq(listings.state, "published")))
    .for("update");
  if (listing?.closesOn !== lastDay) return false;
  const subject = { id, districtId: district.id, detail: { lastDay } };
  if (!(await recordOnce(ctx, "listing.expiry_announced", subject))) return false;
  await tellPartner(ctx, listing, "partner-listing-expiring");
  return true;
}
