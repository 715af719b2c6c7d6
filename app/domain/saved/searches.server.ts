/** A person's own saved searches. What somebody looks for is theirs alone: no event, no log and no district tells of it. */
import { and, asc, eq, ne, sql } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { savedSearches } from "#db/schema/saved.ts";
import { done, refused, type Context, type Outcome, type Person } from "../context.ts";
import { getDistrict } from "../districts/districts.server.ts";
import { once } from "../once.server.ts";
import { MOST_SEARCHES, nextLook, type Follows, type SearchCadence } from "./searches.ts";

type Done = { searchId: string };
export type SavingRefusal = "not_found" | "too_many";

const theirs = ({ actor }: Context<Person>) => eq(savedSearches.userId, actor.userId);
const own = (ctx: Context<Person>, searchId: string) => and(eq(savedSearches.id, searchId), theirs(ctx));

const SHOWN = {
  id: savedSearches.id,
  follows: savedSearches.follows,
  query: savedSearches.query,
  name: savedSearches.name,
  cadence: savedSearches.cadence,
  pausedAt: savedSearches.pausedAt,
  districtId: savedSearches.districtId,
};

export const listSearches = (ctx: Context<Person>) =>
  ctx.db
    .select(SHOWN)
    .from(savedSearches)
    .innerJoin(districts, eq(districts.id, savedSearches.districtId))
    .where(theirs(ctx))
    .orderBy(asc(districts.name), asc(savedSearches.createdAt), asc(savedSearches.id));

export async function getSearch(ctx: Context<Person>, searchId: string) {
  const [search] = await ctx.db.select(SHOWN).from(savedSearches).where(own(ctx, searchId));
  return search ?? null;
}

/** `query` is the list's own, as `app/search/query.ts` keeps it. One that is saved already goes on, as often as said now. */
export function saveSearch(
  ctx: Context<Person>,
  saved: { districtId: string; follows?: Follows; query: string; cadence: SearchCadence; idempotencyKey: string },
): Promise<Outcome<Done, SavingRefusal>> {
  const { districtId, follows = "search", query, cadence, idempotencyKey } = saved;
  return once<Person, Done, SavingRefusal>(ctx, "save-search", idempotencyKey, async (ctx) => {
    const district = await getDistrict(ctx.db, districtId);
    if (!district) return refused("not_found");
    const isSame = and(
      eq(savedSearches.districtId, districtId),
      eq(savedSearches.follows, follows),
      eq(savedSearches.query, query),
    );
    const others = await ctx.db.$count(savedSearches, and(theirs(ctx), sql`not (${isSame})`));
    if (others >= MOST_SEARCHES) return refused("too_many");
    const { now } = ctx;
    const when = { cadence, dueAt: nextLook(now, cadence, district) };
    const dates = { confirmedAt: now, since: now, lookedAt: now, createdAt: now };
    const [row] = await ctx.db
      .insert(savedSearches)
      .values({ districtId, userId: ctx.actor.userId, follows, query, ...when, ...dates })
      .onConflictDoUpdate({
        target: [savedSearches.userId, savedSearches.districtId, savedSearches.follows, savedSearches.query],
        set: { ...when, pausedAt: null },
      })
      .returning({ id: savedSearches.id });
    return done({ searchId: row!.id });
  });
}

interface Change {
  searchId: string;
  idempotencyKey: string;
}
export type ChangeRefusal = "not_found" | "name_taken";

/** `name`: null to call it by what it searches for. */
export function changeSearch(
  ctx: Context<Person>,
  { searchId, name, cadence, idempotencyKey }: Change & { name: string | null; cadence: SearchCadence },
): Promise<Outcome<Done, ChangeRefusal>> {
  return once<Person, Done, ChangeRefusal>(ctx, "change-search", idempotencyKey, async (ctx) => {
    const search = await lock(ctx, searchId);
    if (!search) return refused("not_found");
    const named = and(theirs(ctx), ne(savedSearches.id, searchId), eq(savedSearches.name, name ?? ""));
    if (name !== null && (await ctx.db.$count(savedSearches, named)) > 0) return refused("name_taken");
    const dueAt = nextLook(ctx.now, cadence, search.district);
    await ctx.db.update(savedSearches).set({ name, cadence, dueAt }).where(own(ctx, searchId));
    return done({ searchId });
  });
}

/** Going on, it tells of what is new from then on: a pause is no pile. */
export function pauseSearch(
  ctx: Context<Person>,
  { searchId, isPaused, idempotencyKey }: Change & { isPaused: boolean },
): Promise<Outcome<Done, "not_found">> {
  return once<Person, Done, "not_found">(ctx, "pause-search", idempotencyKey, async (ctx) => {
    const search = await lock(ctx, searchId);
    if (!search) return refused("not_found");
    const { now } = ctx;
    if (isPaused === (search.pausedAt === null)) {
      const goesOn = {
        pausedAt: null,
        since: now,
        lookedAt: now,
        dueAt: nextLook(now, search.cadence, search.district),
      };
      await ctx.db
        .update(savedSearches)
        .set(isPaused ? { pausedAt: now } : goesOn)
        .where(own(ctx, searchId));
    }
    return done({ searchId });
  });
}

export function deleteSearch(
  ctx: Context<Person>,
  { searchId, idempotencyKey }: Change,
): Promise<Outcome<null, "not_found">> {
  return once<Person, null, "not_found">(ctx, "delete-search", idempotencyKey, async (ctx) => {
    const [gone] = await ctx.db.delete(savedSearches).where(own(ctx, searchId)).returning({ id: savedSearches.id });
    return gone ? done(null) : refused("not_found");
  });
}

async function lock(ctx: Context<Person>, searchId: string) {
  const [search] = await ctx.db.select().from(savedSearches).where(own(ctx, searchId)).for("update");
  return search && { ...search, district: (await getDistrict(ctx.db, search.districtId))! };
}
