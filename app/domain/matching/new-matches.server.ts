/**
 * Once a week families who asked for it hear what newly fits a student: what came onto the list since they were last told,
 * good matches only, and nothing twice. A reader's listings, mail and next mark are one transaction, so that a round which
 * is cut off or meets another tells nobody twice and forgets nobody; one that no worker ran is made up for.
 */
import { randomUUID } from "node:crypto";
import { and, asc, eq, gt, inArray, isNull, lt, or } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districts } from "#db/schema/districts.ts";
import { mailPreferences } from "#db/schema/mail.ts";
import { matchReaders, toldMatches } from "#db/schema/matching.ts";
import { parents, students, users } from "#db/schema/people.ts";
import type { Context, System } from "../context.ts";
import type { District } from "../districts/districts.server.ts";
import type { Category } from "../mail/mails.ts";
import { lastWeeklyDigest } from "../mail/moments.ts";
import { isReachable } from "../mail/recipients.server.ts";
import { tell } from "../mail/tell.server.ts";
import { studentsOfReaders, type StudentOfDistrict } from "../people/student-readers.server.ts";
import { findArrivals, newSince } from "../saved/alerting.server.ts";
import { isNewSince, type Arrival } from "../saved/arrivals.ts";
import { learnersOf } from "./for-student.server.ts";
import { goodMatches } from "./good-matches.ts";
import { toldWhatFits, type Learner } from "./learner.ts";
import type { MatchIndex } from "./match-index.ts";
import { matchIndexOf } from "./matches.server.ts";

/** Of one student in one mail. */
export const MOST_TOLD = 6;
/** Readers looked at together; between two batches others get their turn. */
const BATCH = 100;

/** How many were written to. */
export async function tellNewMatches(ctx: Context<System>): Promise<number> {
  let told = 0;
  for (const district of await ctx.db.select().from(districts)) told += await tellDistrict(ctx, district);
  return told;
}

interface Week {
  district: District;
  /** Who was looked at since then is done. */
  round: Date;
  index: MatchIndex;
  arrivals: (Arrival & { row: number })[];
}

async function tellDistrict(ctx: Context<System>, district: District): Promise<number> {
  const round = lastWeeklyDigest(ctx.now, district);
  let week: Week | null = null;
  let told = 0;
  for (let after: string | null = null; ;) {
    const readers = await dueReaders(ctx.db, district.id, { round, after });
    if (readers.length === 0) return told;
    week ??= { district, round, ...(await arrivalsOf(ctx, district, round)) };
    told += await tellReaders(ctx, week, readers);
    after = readers.at(-1)!.userId;
  }
}

interface Reader {
  userId: string;
  /** What was on the list by then is not new to them. */
  since: Date;
}

/** Who asked to be told weekly, is family of the district, and was not looked at in this round. */
async function dueReaders(
  db: Database,
  districtId: string,
  { round, after }: { round: Date; after: string | null },
): Promise<Reader[]> {
  const rows = await db
    .select({ userId: users.id, since: mailPreferences.updatedAt, lookedAt: matchReaders.lookedAt })
    .from(mailPreferences)
    .innerJoin(users, and(eq(users.id, mailPreferences.userId), isReachable))
    .leftJoin(students, eq(students.userId, users.id))
    .leftJoin(parents, eq(parents.userId, users.id))
    .leftJoin(matchReaders, eq(matchReaders.userId, users.id))
    .where(
      and(
        eq(mailPreferences.category, "new_places" satisfies Category),
        eq(mailPreferences.cadence, "weekly"),
        lt(mailPreferences.updatedAt, round),
        or(isNull(matchReaders.lookedAt), lt(matchReaders.lookedAt, round)),
        or(eq(students.districtId, districtId), eq(parents.districtId, districtId)),
        after === null ? undefined : gt(users.id, after),
      ),
    )
    .orderBy(asc(users.id))
    .limit(BATCH);
  return rows.map(({ userId, since, lookedAt }) => ({
    userId,
    since: newSince({ since, lookedAt: lookedAt ?? since }),
  }));
}

/** Longest that anybody who is looked at weekly can have missed. */
const LOOKS_BACK_MS = 5 * 7 * 86_400_000;

async function arrivalsOf(ctx: Context<System>, district: District, round: Date) {
  const { listings } = await findArrivals(ctx, district, new Date(round.getTime() - LOOKS_BACK_MS));
  const index = await matchIndexOf(ctx.db, district, ctx.now);
  const rows = new Map(index.listings.map(({ id }, row) => [id, row]));
  const arrivals = listings.flatMap((arrival) => {
    const row = rows.get(arrival.id);
    return row === undefined ? [] : [{ ...arrival, row }];
  });
  return { index, arrivals };
}

async function tellReaders(ctx: Context<System>, week: Week, readers: readonly Reader[]): Promise<number> {
  const readerIds = readers.map(({ userId }) => userId);
  const [students, before] = await Promise.all([
    studentsOfReaders(ctx.db, week.district, { now: ctx.now, readerIds }),
    toldBefore(ctx.db, readerIds),
  ]);
  const all = [...new Set([...students.values()].flat())];
  const learners = await learnersOf(ctx.db, week.district, all);
  const learnerOf = new Map(all.map(({ studentId }, i) => [studentId, learners[i]!]));
  let told = 0;
  for (const reader of readers) {
    const news = (students.get(reader.userId) ?? []).flatMap(({ studentId }: StudentOfDistrict) =>
      newsOf(ctx, week, {
        ...{ learner: learnerOf.get(studentId)!, since: reader.since },
        isKnown: (listingId) => before.has(keyOf({ readerId: reader.userId, studentId, listingId })),
      }).map((listingId) => ({ studentId, listingId })),
    );
    if (await tellReader(ctx, week, { readerId: reader.userId, news })) told++;
  }
  return told;
}

type Told = Pick<typeof toldMatches.$inferSelect, "readerId" | "studentId" | "listingId">;
const keyOf = ({ readerId, studentId, listingId }: Told) => `${readerId} ${studentId} ${listingId}`;

async function toldBefore(db: Database, readerIds: readonly string[]): Promise<Set<string>> {
  const { readerId, studentId, listingId } = toldMatches;
  const rows = await db
    .select({ readerId, studentId, listingId })
    .from(toldMatches)
    .where(inArray(readerId, [...readerIds]));
  return new Set(rows.map(keyOf));
}

interface Asking {
  learner: Learner;
  since: Date;
  isKnown(listingId: string): boolean;
}

/** Ids of listings; of who did not say what they like or chose, none. */
function newsOf({ now }: Context<System>, { index, arrivals }: Week, { learner, since, isKnown }: Asking): string[] {
  if (!toldWhatFits(learner)) return [];
  const among = arrivals.filter((each) => isNewSince(each, since) && !isKnown(each.id)).map(({ row }) => row);
  return among.length === 0 ? [] : goodMatches(index, learner, { now, limit: MOST_TOLD, among }).map(({ id }) => id);
}

/** False: there was nothing to tell, or another round came first. */
function tellReader(
  ctx: Context<System>,
  { district, round }: Week,
  { readerId, news }: { readerId: string; news: Omit<Told, "readerId">[] },
): Promise<boolean> {
  const { now } = ctx;
  return ctx.db.transaction(async (tx) => {
    const [first] = await tx
      .insert(matchReaders)
      .values({ userId: readerId, lookedAt: now })
      .onConflictDoUpdate({
        target: matchReaders.userId,
        set: { lookedAt: now },
        setWhere: lt(matchReaders.lookedAt, round),
      })
      .returning();
    if (!first || news.length === 0) return false;
    const alertId = randomUUID();
    const rows = news.map((each) => ({ ...each, readerId, alertId, toldAt: now }));
    const told = await tx.insert(toldMatches).values(rows).onConflictDoNothing().returning();
    if (told.length === 0) return false;
    const to = { userId: readerId };
    await tell({ ...ctx, db: tx }, "family-matches-found", to, { alertId }, { districtId: district.id });
    return true;
  });
}
