/** Collections: listings a district shows together, "Summer 2027", on a page of their own and in an order it chose. */
import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { collectionListings, collections } from "#db/schema/collections.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { freeSlug } from "../districts/free-slug.ts";
import { bumpListVersion } from "../districts/list-version.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { MOST_COLLECTIONS } from "./collections.ts";
import { moved, type Direction } from "./featuring.ts";

export type Collection = typeof collections.$inferSelect;
export type CollectionText = Pick<Collection, "name" | "nameEs" | "about" | "aboutEs">;
type Made = { collectionId: string };

interface Change {
  collectionId: string;
  idempotencyKey: string;
}

interface Read extends Change {
  /** `collections.version` the form was shown with. */
  version: number;
}

/** A new one is empty and for the staff alone; its address is made of its name and stays. */
export function createCollection(
  ctx: Context<Coordinator>,
  { idempotencyKey, ...text }: CollectionText & { idempotencyKey: string },
): Promise<Outcome<Made, "name_taken" | "too_many">> {
  type Refusal = "name_taken" | "too_many";
  return once<Coordinator, Made, Refusal>(ctx, "create-collection", idempotencyKey, async (ctx) => {
    const { districtId } = ctx.actor;
    const all = await lockCollections(ctx);
    if (all.length >= MOST_COLLECTIONS) return refused("too_many");
    if (all.some(({ name }) => name.toLowerCase() === text.name.toLowerCase())) return refused("name_taken");
    const slug = freeSlug(
      text.name,
      all.map((each) => each.slug),
    );
    const position = Math.max(0, ...all.map((each) => each.position)) + 1;
    const [created] = await ctx.db
      .insert(collections)
      .values({ ...text, slug, districtId, position, createdAt: ctx.now })
      .returning({ id: collections.id });
    await recordEvent(ctx, "collection.created", { id: created!.id });
    return done({ collectionId: created!.id });
  });
}

/** Renames and describes it. */
export function editCollection(
  ctx: Context<Coordinator>,
  { collectionId, version, idempotencyKey, ...text }: CollectionText & Read,
): Promise<Outcome<Made, "not_found" | "name_taken" | "changed_since_read">> {
  type Refusal = "not_found" | "name_taken" | "changed_since_read";
  return once<Coordinator, Made, Refusal>(ctx, "edit-collection", idempotencyKey, async (ctx) => {
    const all = await lockCollections(ctx);
    const collection = all.find(({ id }) => id === collectionId);
    if (!collection) return refused("not_found");
    if (collection.version !== version) return refused("changed_since_read");
    const isTaken = (each: Collection) => each.name.toLowerCase() === text.name.toLowerCase();
    if (all.some((each) => each.id !== collectionId && isTaken(each))) return refused("name_taken");
    await ctx.db
      .update(collections)
      .set({ ...text, version: version + 1 })
      .where(eq(collections.id, collectionId));
    await recordEvent(ctx, "collection.edited", { id: collectionId });
    await tellReadersOf(ctx, collection);
    return done({ collectionId });
  });
}

/** Shows it to readers, or takes it back. */
export function publishCollection(
  ctx: Context<Coordinator>,
  { collectionId, published, idempotencyKey }: Change & { published: boolean },
): Promise<Outcome<Made, "not_found">> {
  return once<Coordinator, Made, "not_found">(ctx, "publish-collection", idempotencyKey, async (ctx) => {
    const collection = (await lockCollections(ctx)).find(({ id }) => id === collectionId);
    if (!collection) return refused("not_found");
    if ((collection.publishedAt !== null) === published) return done({ collectionId });
    const change = { publishedAt: published ? ctx.now : null, version: collection.version + 1 };
    await ctx.db.update(collections).set(change).where(eq(collections.id, collectionId));
    await recordEvent(ctx, published ? "collection.published" : "collection.unpublished", { id: collectionId });
    await bumpListVersion(ctx.db, ctx.actor.districtId);
    return done({ collectionId });
  });
}

/** For good: its listings stay on the list, its address is found no more. */
export function deleteCollection(
  ctx: Context<Coordinator>,
  { collectionId, version, idempotencyKey }: Read,
): Promise<Outcome<Made, "not_found" | "changed_since_read">> {
  type Refusal = "not_found" | "changed_since_read";
  return once<Coordinator, Made, Refusal>(ctx, "delete-collection", idempotencyKey, async (ctx) => {
    const collection = (await lockCollections(ctx)).find(({ id }) => id === collectionId);
    if (!collection) return refused("not_found");
    if (collection.version !== version) return refused("changed_since_read");
    await ctx.db.delete(collections).where(eq(collections.id, collectionId));
    await recordEvent(ctx, "collection.deleted", { id: collectionId });
    await tellReadersOf(ctx, collection);
    return done({ collectionId });
  });
}

export function moveCollection(
  ctx: Context<Coordinator>,
  { collectionId, direction, idempotencyKey }: Change & { direction: Direction },
): Promise<Outcome<Made, "not_found">> {
  return once<Coordinator, Made, "not_found">(ctx, "move-collection", idempotencyKey, async (ctx) => {
    const all = await lockCollections(ctx);
    const collection = all.find(({ id }) => id === collectionId);
    if (!collection) return refused("not_found");
    const order = all.toSorted((a, b) => a.position - b.position).map(({ id }) => id);
    for (const [at, id] of moved(order, collectionId, direction).entries())
      await ctx.db
        .update(collections)
        .set({ position: at + 1 })
        .where(eq(collections.id, id));
    await recordEvent(ctx, "collection.moved", { id: collectionId, detail: { direction } });
    await tellReadersOf(ctx, collection);
    return done({ collectionId });
  });
}

/** What the staff alone sees ends no reader's page. */
export async function tellReadersOf(ctx: Context<Coordinator>, { publishedAt }: Collection) {
  if (publishedAt) await bumpListVersion(ctx.db, ctx.actor.districtId);
}

/** The district's, locked in one order; those who make one wait for each other, so that no limit is passed by two. */
async function lockCollections(ctx: Context<Coordinator>): Promise<Collection[]> {
  const { districtId } = ctx.actor;
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`collections ${districtId}`}))`);
  return ctx.db
    .select()
    .from(collections)
    .where(eq(collections.districtId, districtId))
    .orderBy(asc(collections.id))
    .for("update");
}

/** Null: none of the coordinator's district has this id. */
export async function getCollection(ctx: Context<Coordinator>, collectionId: string): Promise<Collection | null> {
  const own = and(eq(collections.id, collectionId), eq(collections.districtId, ctx.actor.districtId));
  const [collection] = await ctx.db.select().from(collections).where(own);
  return collection ?? null;
}

/** In their order, each with how many listings it holds. */
export function listCollections(ctx: Context<Coordinator>) {
  const { id, name, slug, publishedAt } = collections;
  const count = sql<number>`(select count(*)::int from ${collectionListings} where ${collectionListings.collectionId} = ${collections.id})`;
  return ctx.db
    .select({ id, name, slug, publishedAt, count })
    .from(collections)
    .where(eq(collections.districtId, ctx.actor.districtId))
    .orderBy(asc(collections.position), asc(id));
}

/** All collections, and which of them hold the listing. */
export function listCollectionsOf(ctx: Context<Coordinator>, listingId: string) {
  const { id, name } = collections;
  const isIn = sql<boolean>`exists (select 1 from ${collectionListings} where ${collectionListings.collectionId} = ${collections.id} and ${collectionListings.listingId} = ${listingId})`;
  return ctx.db
    .select({ id, name, isIn })
    .from(collections)
    .where(eq(collections.districtId, ctx.actor.districtId))
    .orderBy(asc(collections.position), asc(id));
}

export interface PublishedCollection {
  slug: string;
  name: string;
  nameEs: string | null;
  about: string | null;
  aboutEs: string | null;
  listingIds: string[];
}

/** What readers may see of a district's collections, in its order; `slug` for one of them alone. */
export function listPublishedCollections(
  db: Database,
  districtId: string,
  slug?: string,
): Promise<PublishedCollection[]> {
  const { name, nameEs, about, aboutEs } = collections;
  const listingIds = sql<
    string[]
  >`coalesce(array_agg(${collectionListings.listingId} order by ${collectionListings.position}) filter (where ${collectionListings.listingId} is not null), '{}')`;
  return db
    .select({ slug: collections.slug, name, nameEs, about, aboutEs, listingIds })
    .from(collections)
    .leftJoin(collectionListings, eq(collectionListings.collectionId, collections.id))
    .where(
      and(
        eq(collections.districtId, districtId),
        sql`${collections.publishedAt} is not null`,
        slug === undefined ? undefined : eq(collections.slug, slug),
      ),
    )
    .groupBy(collections.id)
    .orderBy(asc(collections.position), asc(collections.id));
}
