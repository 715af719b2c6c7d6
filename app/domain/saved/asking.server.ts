/**
 * Saving a search for an address alone. Nothing is sent to it but the mail that asks, until its button was pressed; the
 * same is done for every address, so that the form tells of none whether we know it. The mails' links stand for the
 * row: what they stop is gone.
 */
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districts } from "#db/schema/districts.ts";
import { savedSearches } from "#db/schema/saved.ts";
import { done, refused, type Context, type Outcome, type Visitor } from "../context.ts";
import { getDistrict } from "../districts/districts.server.ts";
import { tell } from "../mail/tell.server.ts";
import { once } from "../once.server.ts";
import { CONFIRM_DAYS, MOST_SEARCHES, nextLook, type Follows, type SearchCadence } from "./searches.ts";

const DAY_MS = 86_400_000;

interface Asked {
  districtId: string;
  follows?: Follows;
  query: string;
  cadence: SearchCadence;
  address: string;
  locale: "en" | "es";
  idempotencyKey: string;
}

export function askToSave(ctx: Context<Visitor>, asked: Asked): Promise<Outcome<null, "not_found">> {
  const { idempotencyKey, follows = "search", ...rest } = asked;
  const search = { ...rest, follows };
  return once<Visitor, null, "not_found">(ctx, "ask-to-save-search", idempotencyKey, async (ctx) => {
    const { db, now } = ctx;
    const { districtId, address, locale } = search;
    if (!(await getDistrict(db, districtId))) return refused("not_found");
    if ((await db.$count(savedSearches, isOf(address))) >= MOST_SEARCHES) return done(null);
    const dates = { since: now, lookedAt: now, dueAt: now, createdAt: now };
    const waiting = and(same(search), isNull(savedSearches.confirmedAt));
    await db
      .insert(savedSearches)
      .values({ ...search, ...dates })
      .onConflictDoNothing();
    const { cadence } = search;
    const [row] = await db
      .update(savedSearches)
      .set({ cadence, locale, createdAt: now })
      .where(waiting)
      .returning({ id: savedSearches.id });
    if (row) await tell(ctx, "person-search-asked", { address, locale }, { searchId: row.id }, { districtId });
    return done(null);
  });
}

export type LinkedSearch = NonNullable<Awaited<ReturnType<typeof findLinkedSearch>>>;

/** The search that a mail's link stands for; null once it is stopped, or was never answered. */
export async function findLinkedSearch(db: Database, searchId: string) {
  const { follows, query, name, cadence, confirmedAt, pausedAt, userId, createdAt } = savedSearches;
  const [search] = await db
    .select({ follows, query, name, cadence, confirmedAt, pausedAt, userId, createdAt, district: districts })
    .from(savedSearches)
    .innerJoin(districts, eq(districts.id, savedSearches.districtId))
    .where(eq(savedSearches.id, searchId));
  return search ?? null;
}

export const isTooLate = ({ confirmedAt, createdAt }: Pick<LinkedSearch, "confirmedAt" | "createdAt">, now: Date) =>
  confirmedAt === null && createdAt.getTime() + CONFIRM_DAYS * DAY_MS < now.getTime();

/** The address's own yes. Where it has this search already, that one goes on, as often as said now. */
export function confirmSearch(ctx: Context<Visitor>, searchId: string): Promise<Outcome<{ searchId: string }, "dead">> {
  const { now } = ctx;
  return ctx.db.transaction(async (tx) => {
    const [search] = await tx
      .select()
      .from(savedSearches)
      .where(and(eq(savedSearches.id, searchId), isNull(savedSearches.userId)))
      .for("update");
    if (!search || isTooLate(search, now)) return refused("dead");
    if (search.confirmedAt) return done({ searchId });
    const { address, cadence, locale, districtId } = search;
    const when = { cadence, locale, dueAt: nextLook(now, cadence, (await getDistrict(tx, districtId))!) };
    const confirmed = and(same({ ...search, address: address! }), isNotNull(savedSearches.confirmedAt));
    const [earlier] = await tx.update(savedSearches).set(when).where(confirmed).returning({ id: savedSearches.id });
    const asking = eq(savedSearches.id, searchId);
    if (earlier) await tx.delete(savedSearches).where(asking);
    else
      await tx
        .update(savedSearches)
        .set({ ...when, confirmedAt: now })
        .where(asking);
    return done({ searchId: earlier?.id ?? searchId });
  });
}

/** Whoever holds a mail of it may stop it, an account's too; stopped twice it is stopped. */
export async function stopSearch({ db }: Context<Visitor>, searchId: string): Promise<void> {
  await db.delete(savedSearches).where(eq(savedSearches.id, searchId));
}

const isOf = (address: string) => eq(sql`lower(${savedSearches.address})`, address.toLowerCase());
const same = ({
  address,
  districtId,
  follows,
  query,
}: Required<Pick<Asked, "address" | "districtId" | "follows" | "query">>) =>
  and(
    isOf(address),
    eq(savedSearches.districtId, districtId),
    eq(savedSearches.follows, follows),
    eq(savedSearches.query, query),
  );
