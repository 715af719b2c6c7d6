/**
 * How often listings were seen: a number a day, and nothing about who looked. The server counts openings of a page in
 * memory (`server/view-counter.ts`) and hands them over here.
 */
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { listings, listingViews } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import type { Context, Partner } from "../context.ts";
import { isOwn } from "../opportunities/own.server.ts";

export interface Views {
  /** Slugs of the address. */
  district: string;
  slug: string;
  seen: number;
}

/** Adds to the day it is in each district; an address of no listing counts nothing. */
export async function recordViews(db: Database, views: readonly Views[], now: Date): Promise<void> {
  if (!views.length) return;
  const rows = views.map(({ district, slug, seen }) => sql`(${district}, ${slug}, ${seen}::int)`);
  await db.execute(sql`
    insert into listing_views (listing_id, day, seen)
    select l.id, (${now.toISOString()}::timestamptz at time zone d.time_zone)::date, v.seen
    from (values ${sql.join(rows, sql`, `)}) as v (district, slug, seen)
    join districts d on d.slug = v.district
    join listings l on l.district_id = d.id and l.slug = v.slug
    order by l.id
    on conflict (listing_id, day) do update set seen = listing_views.seen + excluded.seen`);
}

/** How often each of the partner's listings was seen in all. */
export async function countViews(ctx: Context<Partner>, listingIds: string[]): Promise<Map<string, number>> {
  if (!listingIds.length) return new Map();
  const rows = await ctx.db
    .select({ id: listingViews.listingId, seen: sql`sum(${listingViews.seen})`.mapWith(Number) })
    .from(listingViews)
    .innerJoin(listings, eq(listings.id, listingViews.listingId))
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .where(and(isOwn(ctx), inArray(listingViews.listingId, listingIds)))
    .groupBy(listingViews.listingId);
  return new Map(rows.map(({ id, seen }) => [id, seen]));
}
