/** Listings a person saves to find again. Which they are is theirs alone: no event and no district tells of it. */
import { and, asc, count, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { savedListings } from "#db/schema/saved.ts";
import { done, refused, type Context, type Outcome, type Partner, type Person } from "../context.ts";
import { isOwn } from "../opportunities/own.server.ts";
import { MOST_SAVED } from "./listings.ts";

export type SavingListingRefusal = "not_found" | "too_many";

const theirs = ({ actor }: Context<Person>) => eq(savedListings.userId, actor.userId);

/**
 * Saves what is or was on a district's list, or lets it go. It says how it is to be, not what to change: the button
 * stands on cached pages and carries no key, and pressed twice is the same as once.
 */
export function saveListing(
  ctx: Context<Person>,
  { district, slug, saved }: { district: string; slug: string; saved: boolean },
): Promise<Outcome<null, SavingListingRefusal>> {
  return ctx.db.transaction(async (db) => {
    const [found] = await db
      .select({ listingId: listings.id, districtId: listings.districtId })
      .from(listings)
      .innerJoin(districts, eq(districts.id, listings.districtId))
      .where(and(eq(districts.slug, district), eq(listings.slug, slug), isNotNull(listings.publishedAt)));
    if (!found) return refused("not_found");
    const isIt = eq(savedListings.listingId, found.listingId);
    if (!saved) {
      await db.delete(savedListings).where(and(theirs(ctx), isIt));
      return done(null);
    }
    if ((await db.$count(savedListings, theirs(ctx))) >= MOST_SAVED) {
      const isSaved = (await db.$count(savedListings, and(theirs(ctx), isIt))) > 0;
      return isSaved ? done(null) : refused("too_many");
    }
    await db
      .insert(savedListings)
      .values({ userId: ctx.actor.userId, ...found, savedAt: ctx.now })
      .onConflictDoNothing();
    return done(null);
  });
}

/** All of theirs, by district, the newest first. */
export const listSaved = (ctx: Context<Person>) =>
  ctx.db
    .select({ districtId: savedListings.districtId, slug: listings.slug })
    .from(savedListings)
    .innerJoin(listings, eq(listings.id, savedListings.listingId))
    .innerJoin(districts, eq(districts.id, savedListings.districtId))
    .where(theirs(ctx))
    .orderBy(asc(districts.name), desc(savedListings.savedAt), asc(listings.slug));

/** Of one district, by the last part of their addresses. */
export async function savedSlugs(ctx: Context<Person>, district: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ slug: listings.slug })
    .from(savedListings)
    .innerJoin(listings, eq(listings.id, savedListings.listingId))
    .innerJoin(districts, eq(districts.id, savedListings.districtId))
    .where(and(theirs(ctx), eq(districts.slug, district)));
  return rows.map(({ slug }) => slug);
}

/** How many people keep each of the partner's listings; who is nobody's to know. */
export async function countSaves(ctx: Context<Partner>, listingIds: string[]): Promise<Map<string, number>> {
  if (!listingIds.length) return new Map();
  const rows = await ctx.db
    .select({ id: savedListings.listingId, people: count() })
    .from(savedListings)
    .innerJoin(listings, eq(listings.id, savedListings.listingId))
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .where(and(isOwn(ctx), inArray(savedListings.listingId, listingIds)))
    .groupBy(savedListings.listingId);
  return new Map(rows.map(({ id, people }) => [id, people]));
}
