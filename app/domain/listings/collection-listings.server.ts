/** Which listings stand in a collection, and in which order. What has left the list stays in it, and readers do not see it. */
import { and, asc, eq, ilike, inArray, ne, notExists, sql } from "drizzle-orm";
import { collectionListings, collections } from "#db/schema/collections.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { organizations } from "#db/schema/organizations.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { MOST_IN_COLLECTION } from "./collections.ts";
import { tellReadersOf, type Collection } from "./collections.server.ts";
import { moved, type Direction } from "./featuring.ts";

interface Placing {
  collectionId: string;
  listingId: string;
  idempotencyKey: string;
}
type Held = { count: number };

/** Puts it at the end; one that stands there stays where it is. */
export function addToCollection(
  ctx: Context<Coordinator>,
  { collectionId, listingId, idempotencyKey }: Placing,
): Promise<Outcome<Held, "not_found" | "collection_full">> {
  type Refusal = "not_found" | "collection_full";
  return once<Coordinator, Held, Refusal>(ctx, "add-to-collection", idempotencyKey, async (ctx) => {
    const collection = await lockCollection(ctx, collectionId);
    if (!collection || !(await isOfDistrict(ctx, listingId))) return refused("not_found");
    const order = await orderOf(ctx, collectionId);
    if (order.includes(listingId)) return done({ count: order.length });
    if (order.length >= MOST_IN_COLLECTION) return refused("collection_full");
    const last = sql`(select coalesce(max(position), 0) + 1 from collection_listings where collection_id = ${collectionId})`;
    await ctx.db.insert(collectionListings).values({ collectionId, listingId, position: last });
    await recordEvent(ctx, "collection.listing_added", { id: collectionId, detail: { listingId } });
    await tellReadersOf(ctx, collection);
    return done({ count: order.length + 1 });
  });
}

export function removeFromCollection(
  ctx: Context<Coordinator>,
  { collectionId, listingId, idempotencyKey }: Placing,
): Promise<Outcome<Held, "not_found">> {
  return once<Coordinator, Held, "not_found">(ctx, "remove-from-collection", idempotencyKey, async (ctx) => {
    const collection = await lockCollection(ctx, collectionId);
    if (!collection || !(await isOfDistrict(ctx, listingId))) return refused("not_found");
    const order = await orderOf(ctx, collectionId);
    if (!order.includes(listingId)) return done({ count: order.length });
    await ctx.db.delete(collectionListings).where(placeOf(collectionId, listingId));
    await recordEvent(ctx, "collection.listing_removed", { id: collectionId, detail: { listingId } });
    await tellReadersOf(ctx, collection);
    return done({ count: order.length - 1 });
  });
}

export function moveInCollection(
  ctx: Context<Coordinator>,
  { collectionId, listingId, direction, idempotencyKey }: Placing & { direction: Direction },
): Promise<Outcome<Held, "not_found">> {
  return once<Coordinator, Held, "not_found">(ctx, "move-in-collection", idempotencyKey, async (ctx) => {
    const collection = await lockCollection(ctx, collectionId);
    const order = collection ? await orderOf(ctx, collectionId) : [];
    if (!collection || !order.includes(listingId)) return refused("not_found");
    for (const [at, id] of moved(order, listingId, direction).entries())
      await ctx.db
        .update(collectionListings)
        .set({ position: at + 1 })
        .where(placeOf(collectionId, id));
    await recordEvent(ctx, "collection.edited", { id: collectionId, detail: { listingId, direction } });
    await tellReadersOf(ctx, collection);
    return done({ count: order.length });
  });
}

const placeOf = (collectionId: string, listingId: string) =>
  and(eq(collectionListings.collectionId, collectionId), eq(collectionListings.listingId, listingId));

async function lockCollection(ctx: Context<Coordinator>, collectionId: string): Promise<Collection | undefined> {
  const own = and(eq(collections.id, collectionId), eq(collections.districtId, ctx.actor.districtId));
  const [collection] = await ctx.db.select().from(collections).where(own).for("update");
  return collection;
}

/** A draft is its partner's alone. */
const ofDistrict = (ctx: Context<Coordinator>) =>
  and(eq(listings.districtId, ctx.actor.districtId), ne(listings.state, "draft"));

const isOfDistrict = async (ctx: Context<Coordinator>, listingId: string) =>
  (await ctx.db.$count(listings, and(eq(listings.id, listingId), ofDistrict(ctx)))) > 0;

async function orderOf(ctx: Context<Coordinator>, collectionId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: collectionListings.listingId })
    .from(collectionListings)
    .where(eq(collectionListings.collectionId, collectionId))
    .orderBy(asc(collectionListings.position), asc(collectionListings.listingId));
  return rows.map(({ id }) => id);
}

/** What it holds, in order, with what each is called and whether readers see it. */
export function listHeld(ctx: Context<Coordinator>, collectionId: string) {
  return rowsOf(ctx)
    .innerJoin(collectionListings, eq(collectionListings.listingId, listings.id))
    .where(and(eq(collectionListings.collectionId, collectionId), ofDistrict(ctx)))
    .orderBy(asc(collectionListings.position), asc(listings.id));
}

const SHOWN = 20;

/** Listings of the district by words of their title, those on the list or on the way to it, that it does not hold. */
export function findForCollection(ctx: Context<Coordinator>, collectionId: string, words: string) {
  const held = ctx.db
    .select({ id: collectionListings.listingId })
    .from(collectionListings)
    .where(and(eq(collectionListings.collectionId, collectionId), eq(collectionListings.listingId, listings.id)));
  const escaped = words.replace(/[\\%_]/g, "\\$&");
  return rowsOf(ctx)
    .where(
      and(
        ofDistrict(ctx),
        inArray(listings.state, ["published", "approved", "submitted"]),
        ilike(TITLE, `%${escaped}%`),
        notExists(held),
      ),
    )
    .orderBy(asc(TITLE), asc(listings.id))
    .limit(SHOWN);
}

const TITLE = sql<string>`${opportunityRevisions.title}`;

const rowsOf = (ctx: Context<Coordinator>) =>
  ctx.db
    .select({ id: listings.id, state: listings.state, title: TITLE, organization: organizations.name })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .innerJoin(
      opportunityRevisions,
      sql`${opportunityRevisions.id} = coalesce(${listings.publishedRevisionId}, ${listings.submittedRevisionId})`,
    );
