/**
 * Telling who follows a district's editions of the newest. A handful at a time: their rows are locked, the mails are
 * promised and what they were told is written down in one transaction, so that a round which is cut off goes on where it
 * was, and beside another tells nobody twice.
 */
import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { editions } from "#db/schema/editions.ts";
import { users } from "#db/schema/people.ts";
import { savedSearches } from "#db/schema/saved.ts";
import type { Context, System } from "../context.ts";
import { tell } from "../mail/tell.server.ts";

const AT_ONCE = 100;

/** Answers how many were told. */
export async function tellOfEditions(ctx: Context<System>): Promise<number> {
  let told = 0;
  for (;;) {
    const round = await ctx.db.transaction((tx) => tellSome({ ...ctx, db: tx }));
    told += round.told;
    if (round.looked < AT_ONCE) return told;
  }
}

async function tellSome(ctx: Context<System>) {
  const { db } = ctx;
  const newest = db
    .select({ id: editions.id, publishedAt: editions.publishedAt })
    .from(editions)
    .where(and(eq(editions.districtId, savedSearches.districtId), eq(editions.state, "published")))
    .orderBy(desc(editions.number))
    .limit(1)
    .as("newest");
  const rows = await db
    .select({ search: savedSearches, editionId: newest.id, publishedAt: newest.publishedAt })
    .from(savedSearches)
    .innerJoinLateral(newest, gt(newest.publishedAt, savedSearches.since))
    .where(
      and(
        eq(savedSearches.follows, "editions"),
        ...[isNotNull(savedSearches.confirmedAt), isNull(savedSearches.pausedAt)],
      ),
    )
    .orderBy(asc(savedSearches.id))
    .limit(AT_ONCE)
    .for("update", { of: savedSearches, skipLocked: true });
  let told = 0;
  for (const { search, editionId, publishedAt } of rows) {
    const { id: searchId, districtId, userId, address, locale } = search;
    await db
      .update(savedSearches)
      .set({ since: publishedAt!, lookedAt: ctx.now })
      .where(eq(savedSearches.id, searchId));
    if (address !== null && (await isToldByAccount(ctx, address, districtId))) continue;
    const to = userId ? { userId } : { address: address!, locale: locale! };
    await tell(ctx, "person-edition-published", to, { searchId, editionId }, { districtId });
    told++;
  }
  return { looked: rows.length, told };
}

/** Somebody follows with an account and with its address: one mail is enough. */
async function isToldByAccount({ db }: Context, address: string, districtId: string): Promise<boolean> {
  const [same] = await db
    .select({ id: users.id })
    .from(users)
    .innerJoin(savedSearches, eq(savedSearches.userId, users.id))
    .where(
      and(
        eq(sql`lower(${users.email})`, address.toLowerCase()),
        ...[eq(savedSearches.districtId, districtId), eq(savedSearches.follows, "editions")],
        isNull(savedSearches.pausedAt),
      ),
    );
  return same !== undefined;
}
