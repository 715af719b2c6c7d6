/** The district's front page: which listings stand on top of it, and in which order. */
import { and, asc, eq, isNotNull, ne, or, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunityRevisions } from "#db/schema/opportunities.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { bumpListVersion } from "../districts/list-version.server.ts";
import type { EventName } from "../events/event-names.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { MOST_FEATURED, moved, type Direction } from "./featuring.ts";
import { isPublic } from "./lifecycle.ts";

interface Featuring {
  listingId: string;
  idempotencyKey: string;
}
type Featured = { featured: number };

/** Puts a published listing at the end of the featured ones; one that stands there stays where it is. */
export function featureListing(
  ctx: Context<Coordinator>,
  { listingId, idempotencyKey }: Featuring,
): Promise<Outcome<Featured, "not_found" | "not_published" | "too_many">> {
  type Refusal = "not_found" | "not_published" | "too_many";
  return once<Coordinator, Featured, Refusal>(ctx, "feature-listing", idempotencyKey, async (ctx) => {
    const { listing, order } = await lockFeatured(ctx, listingId);
    if (!listing) return refused("not_found");
    if (order.includes(listingId)) return done({ featured: order.length });
    if (!isPublic(listing.state)) return refused("not_published");
    if (order.length >= MOST_FEATURED) return refused("too_many");
    await ctx.db.update(listings).set({ featuredAt: ctx.now }).where(eq(listings.id, listingId));
    return arranged(ctx, "listing.featured", listingId, [...order, listingId]);
  });
}

export function unfeatureListing(
  ctx: Context<Coordinator>,
  { listingId, idempotencyKey }: Featuring,
): Promise<Outcome<Featured, "not_found">> {
  return once<Coordinator, Featured, "not_found">(ctx, "unfeature-listing", idempotencyKey, async (ctx) => {
    const { listing, order } = await lockFeatured(ctx, listingId);
    if (!listing) return refused("not_found");
    if (listing.featuredAt === null) return done({ featured: order.length });
    await ctx.db.update(listings).set({ featuredAt: null, featuredPosition: null }).where(eq(listings.id, listingId));
    const rest = order.filter((id) => id !== listingId);
    return arranged(ctx, "listing.unfeatured", listingId, rest);
  });
}

export function moveFeatured(
  ctx: Context<Coordinator>,
  { listingId, direction, idempotencyKey }: Featuring & { direction: Direction },
): Promise<Outcome<Featured, "not_found">> {
  return once<Coordinator, Featured, "not_found">(ctx, "move-featured", idempotencyKey, async (ctx) => {
    const { order } = await lockFeatured(ctx, listingId);
    if (!order.includes(listingId)) return refused("not_found");
    return arranged(ctx, "listing.featured", listingId, moved(order, listingId, direction));
  });
}

async function arranged(ctx: Context<Coordinator>, event: EventName, listingId: string, order: readonly string[]) {
  for (const [at, id] of order.entries())
    await ctx.db
      .update(listings)
      .set({ featuredPosition: at + 1 })
      .where(eq(listings.id, id));
  const { districtId } = ctx.actor;
  const position = order.indexOf(listingId) + 1;
  await recordEvent(ctx, event, { id: listingId, districtId, detail: position > 0 ? { position } : undefined });
  await bumpListVersion(ctx.db, districtId);
  return done({ featured: order.length });
}

/**
 * The listing, and the featured that readers see in their order. Those who change the order wait for each other before
 * they hold a row, and take rows in one order: others hold a listing while they wait for the district.
 */
async function lockFeatured(ctx: Context<Coordinator>, listingId: string) {
  const { districtId } = ctx.actor;
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`featured ${districtId}`}))`);
  const rows = await ctx.db
    .select()
    .from(listings)
    .where(
      and(
        eq(listings.districtId, districtId),
        ne(listings.state, "draft"),
        or(eq(listings.id, listingId), isNotNull(listings.featuredAt)),
      ),
    )
    .orderBy(asc(listings.id))
    .for("update");
  const shown = rows.filter(({ state, featuredAt }) => isPublic(state) && featuredAt !== null);
  const order = shown.toSorted((a, b) => (a.featuredPosition ?? 0) - (b.featuredPosition ?? 0)).map(({ id }) => id);
  return { listing: rows.find(({ id }) => id === listingId), order };
}

/** What has left the list since is not among them. */
export function listFeatured(db: Database, districtId: string) {
  const title = sql<string>`${opportunityRevisions.title}`;
  return db
    .select({ id: listings.id, title })
    .from(listings)
    .innerJoin(opportunityRevisions, eq(opportunityRevisions.id, listings.publishedRevisionId))
    .where(and(eq(listings.districtId, districtId), eq(listings.state, "published"), isNotNull(listings.featuredAt)))
    .orderBy(asc(listings.featuredPosition), asc(listings.id));
}
