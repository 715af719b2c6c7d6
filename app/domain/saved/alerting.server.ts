/**
 * Telling of what is new. Which listings fit is the search engine's to say, what is new the list's, and what was told
 * the table's: a search's row is locked, the listings are written down, the mail is promised and the next look is set in
 * one transaction, so that a round which is cut off or runs beside another tells nothing twice and forgets nothing.
 */
import { randomUUID } from "node:crypto";
import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { savedSearches, toldListings } from "#db/schema/saved.ts";
import type { Context, System } from "../context.ts";
import type { District } from "../districts/districts.server.ts";
import { localDate } from "../districts/zone.ts";
import { UNDO_MINUTES } from "../listings/review-undo.ts";
import { tell } from "../mail/tell.server.ts";
import { CAME_BACK, LEFT, type Arrival } from "./arrivals.ts";
import { nextLook } from "./searches.ts";

export type DueSearch = Pick<typeof savedSearches.$inferSelect, "id" | "query" | "since" | "lookedAt">;

const isDue = ({ now }: Context) =>
  and(
    eq(savedSearches.follows, "search"),
    ...[lte(savedSearches.dueAt, now), isNotNull(savedSearches.confirmedAt), isNull(savedSearches.pausedAt)],
  );

/** By district, those of one query beside each other. In quiet hours "at once" waits for their end. */
export async function dueSearches(ctx: Context<System>): Promise<[District, DueSearch[]][]> {
  const rows = await ctx.db
    .select({ search: savedSearches, district: districts })
    .from(savedSearches)
    .innerJoin(districts, eq(districts.id, savedSearches.districtId))
    .where(isDue(ctx))
    .orderBy(asc(savedSearches.districtId), asc(savedSearches.query), asc(savedSearches.id));
  const byDistrict = new Map<string, [District, DueSearch[]]>();
  for (const { search, district } of rows) {
    if (search.cadence === "at_once" && nextLook(ctx.now, "at_once", district) > ctx.now) continue;
    const known = byDistrict.get(district.id) ?? [district, []];
    byDistrict.set(district.id, known);
    known[1].push(search);
  }
  return [...byDistrict.values()];
}

const MINUTE_MS = 60_000;
/** A look reaches back beyond the one before: an engine may have followed late. */
const OVERLAP_MS = 24 * 60 * MINUTE_MS;

export interface Arrivals {
  listings: Arrival[];
  /** How many listings at most stand before the last of them when the newest come first. */
  depth: number;
}

/** The instant since when somebody is to be told of what is new. */
export const newSince = ({ since, lookedAt }: Pick<DueSearch, "since" | "lookedAt">): Date =>
  new Date(Math.max(since.getTime(), lookedAt.getTime() - OVERLAP_MS));

/** What came onto the district's list after the instant; what a coordinator may still take back is left out. */
export async function findArrivals({ db, now }: Context<System>, district: District, mark: Date): Promise<Arrivals> {
  const settled = new Date(now.getTime() - UNDO_MINUTES * MINUTE_MS);
  const cameBack = db
    .select({ one: sql`1` })
    .from(events)
    .where(and(eq(events.subjectId, listings.id), inArray(events.name, [...CAME_BACK]), gt(events.at, mark)));
  const onList = and(
    eq(listings.districtId, district.id),
    eq(listings.state, "published"),
    or(isNull(listings.closesOn), gte(listings.closesOn, localDate(now, district.timeZone))),
  );
  const found = await db
    .select({ id: listings.id, publishedAt: listings.publishedAt })
    .from(listings)
    .where(
      and(onList, lte(listings.publishedAt, settled), or(gt(listings.publishedAt, mark), sql`exists ${cameBack}`)),
    );
  if (found.length === 0) return { listings: [], depth: 0 };
  const moves = await db
    .select({ id: events.subjectId, name: events.name, at: events.at })
    .from(events)
    .where(
      and(
        inArray(
          events.subjectId,
          found.map(({ id }) => id),
        ),
        inArray(events.name, [...LEFT, ...CAME_BACK]),
      ),
    )
    .orderBy(asc(events.at));
  const arrivals = found.map(({ id, publishedAt }) => ({
    id,
    publishedAt: publishedAt!,
    moves: [] as Arrival["moves"],
  }));
  const byId = new Map(arrivals.map((arrival) => [arrival.id, arrival]));
  for (const { id, name, at } of moves)
    byId.get(id)?.moves.push({ at, cameBack: CAME_BACK.some((one) => one === name) });
  const oldest = Math.min(...arrivals.map(({ publishedAt }) => publishedAt.getTime()));
  // Engines know seconds.
  const depth = await db.$count(listings, and(onList, gte(listings.publishedAt, new Date(oldest - 1_000))));
  return { listings: arrivals, depth };
}

/** Tells of those not told before, and sets the next look; false: there was nothing to tell, or another round is at it. */
export function tellOf(ctx: Context<System>, searchId: string, listingIds: readonly string[]): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const [search] = await tx
      .select()
      .from(savedSearches)
      .where(and(eq(savedSearches.id, searchId), isDue(ctx)))
      .for("update", { skipLocked: true });
    if (!search) return false;
    const { districtId, cadence, userId, address, locale } = search;
    const alertId = randomUUID();
    const rows = listingIds.map((listingId) => ({ searchId, listingId, alertId, toldAt: ctx.now }));
    const told = rows.length > 0 ? await tx.insert(toldListings).values(rows).onConflictDoNothing().returning() : [];
    const to = userId ? { userId } : { address: address!, locale: locale! };
    if (told.length > 0)
      await tell({ ...ctx, db: tx }, "person-search-found", to, { searchId, alertId }, { districtId });
    const [district] = await tx.select().from(districts).where(eq(districts.id, districtId));
    const dueAt = nextLook(ctx.now, cadence, district!);
    await tx.update(savedSearches).set({ lookedAt: ctx.now, dueAt }).where(eq(savedSearches.id, searchId));
    return told.length > 0;
  });
}
