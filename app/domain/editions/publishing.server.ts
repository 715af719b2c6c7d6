/**
 * Publishing an edition: all that is on the list is written down beside the names it needs, under the district's next
 * number, in one transaction. Whoever publishes in a district waits for who is at it, so that no number is given twice
 * or left out; what a trigger then refuses to change is the whole of it.
 */
import { and, asc, eq, lte, max, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districts } from "#db/schema/districts.ts";
import { editionListings, editions } from "#db/schema/editions.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { done, refused, type Context, type Coordinator, type Outcome, type System } from "../context.ts";
import { getDistrict, type District } from "../districts/districts.server.ts";
import { bumpListVersion } from "../districts/list-version.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { bulkInsert } from "../imports/bulk-insert.server.ts";
import { todayIn } from "../listings/review-subject.server.ts";
import { once } from "../once.server.ts";
import { compareEditions } from "./compare-editions.ts";
import type { PublishedList } from "./published-list.ts";
import { readLiveList } from "./published-list.server.ts";
import { readEdition } from "./read-edition.server.ts";
import { countChanges, freshnessOf, type EditionSummary } from "./summary.ts";

export type Edition = typeof editions.$inferSelect;
export type Published = { editionId: string; number: number };
export type PublishingRefusal = "not_found" | "already_published" | "changed_since_read" | "nothing_to_publish";

export interface Publishing {
  editionId: string;
  /** `editions.version` the coordinator read. */
  version: number;
  idempotencyKey: string;
}

export function publishEdition(
  ctx: Context<Coordinator>,
  { editionId, version, idempotencyKey }: Publishing,
): Promise<Outcome<Published, PublishingRefusal>> {
  return once<Coordinator, Published, PublishingRefusal>(ctx, "publish-edition", idempotencyKey, async (ctx) => {
    const { districtId } = ctx.actor;
    await lockNumbers(ctx.db, districtId);
    const edition = await lockEdition(ctx.db, { id: editionId, districtId });
    if (!edition) return refused("not_found");
    if (edition.state === "published") return refused("already_published");
    if (edition.version !== version) return refused("changed_since_read");
    return publishLocked(ctx, edition);
  });
}

/**
 * Publishes what is scheduled for the district's day or one before it; run twice or cut off it publishes nothing twice.
 * Where nothing is on the list, the edition is a draft again and keeps its day, which says why.
 */
export async function publishDue(ctx: Context<System>): Promise<Published[]> {
  const { id, districtId, publishOn, state } = editions;
  const today = sql`(${ctx.now.toISOString()}::timestamptz at time zone ${districts.timeZone})::date`;
  const isDue = and(eq(state, "scheduled"), lte(publishOn, today));
  const due = await ctx.db
    .select({ id, districtId })
    .from(editions)
    .innerJoin(districts, eq(districts.id, districtId))
    .where(isDue)
    .orderBy(asc(publishOn), asc(id));
  const published: Published[] = [];
  for (const each of due) {
    const outcome = await ctx.db.transaction(async (tx) => {
      const inside = { ...ctx, db: tx };
      await lockNumbers(tx, each.districtId);
      const edition = await lockEdition(tx, each);
      // Published, called off or moved since it was looked for.
      if (edition?.state !== "scheduled" || edition.publishOn === null) return null;
      if (edition.publishOn > (await todayIn(inside, each.districtId))) return null;
      const outcome = await publishLocked(inside, edition);
      if (!outcome.ok) await callOff(inside, edition);
      return outcome;
    });
    if (outcome?.ok) published.push(outcome.value);
  }
  return published;
}

async function callOff(ctx: Context, { id, districtId, version }: Edition) {
  await ctx.db
    .update(editions)
    .set({ state: "draft", version: version + 1 })
    .where(eq(editions.id, id));
  await recordEvent(ctx, "edition.unscheduled", { id, districtId, detail: { why: "nothing_to_publish" } });
}

async function publishLocked(ctx: Context, edition: Edition): Promise<Outcome<Published, "nothing_to_publish">> {
  const district = (await getDistrict(ctx.db, edition.districtId))!;
  const list = await readLiveList(ctx.db, district, ctx.now);
  return list.entries.length > 0
    ? done(await publishList(ctx, edition, list, district))
    : refused("nothing_to_publish");
}

/** Call with the edition and the district's numbers locked. */
export async function publishList(
  ctx: Context,
  { id: editionId, districtId, version }: Edition,
  { entries, asOf, edition: _live, ...names }: PublishedList,
  district: District,
): Promise<Published> {
  const { db, now, actor } = ctx;
  await freeze(db, editionId, entries);
  const [last] = await db
    .select({ number: max(editions.number) })
    .from(editions)
    .where(eq(editions.districtId, districtId));
  const number = (last?.number ?? 0) + 1;
  const before = await readEdition(db, district, number - 1);
  const summary: EditionSummary = {
    ...freshnessOf({ entries, asOf }, district.freshnessDays),
    since: before && countChanges(number - 1, compareEditions(before, { entries })),
  };
  await db
    .update(editions)
    .set({
      ...{ state: "published", number, version: version + 1, publishedAt: now, publishedBy: actor.userId },
      ...{ names: asJson(names), summary: asJson(summary) },
    })
    .where(eq(editions.id, editionId));
  await recordEvent(ctx, "edition.published", {
    ...{ id: editionId, districtId },
    detail: { number, listings: entries.length },
  });
  await enqueue(db, "tell-of-editions", {}, { key: "tell-of-editions" });
  await bumpListVersion(db, districtId);
  return { editionId, number };
}

const AT_ONCE = 500;

async function freeze(db: Database, editionId: string, entries: PublishedList["entries"]) {
  const rows = entries.map((listing, at) => ({
    ...{ editionId, listingId: listing.id, position: at + 1 },
    listing: asJson(listing),
  }));
  for (let at = 0; at < rows.length; at += AT_ONCE) await bulkInsert(db, editionListings, rows.slice(at, at + AT_ONCE));
}

/** Dates become ISO texts on their way. */
const asJson = (value: object) => value as unknown as Record<string, unknown>;

export const lockNumbers = (tx: Database, districtId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`editions ${districtId}`}))`);

/** Undefined: none of the district has this id. */
export async function lockEdition(
  tx: Database,
  { id, districtId }: Pick<Edition, "id" | "districtId">,
): Promise<Edition | undefined> {
  const own = and(eq(editions.id, id), eq(editions.districtId, districtId));
  const [edition] = await tx.select().from(editions).where(own).for("update");
  return edition;
}
