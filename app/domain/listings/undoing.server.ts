/**
 * Undoing: who decided takes it back within ten minutes. Listings that somebody changed since stay as they are and are
 * named; the others stand as before, their reviews are gone as if never written, and what waited to be mailed is not
 * sent. The log keeps both, the decision and that it was taken back.
 */
import { and, asc, eq, gte, inArray, ne, notInArray, sql } from "drizzle-orm";
import { bulkDecisions, listings, reviews } from "#db/schema/listings.ts";
import { mails } from "#db/schema/mail.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { DECISION_MAILS } from "./deciding.server.ts";
import type { Listing } from "./lifecycle.ts";
import { tellReadersOfSeveral } from "./publishing-effects.server.ts";
import { readEntries, undoableUntil, wasChanged, type Changed, type Entry } from "./review-undo.ts";
import { changedAt } from "./review-subject.server.ts";

export type UndoRefusal = "not_found" | "not_yours" | "already_undone" | "too_late";
export interface Undone {
  restored: number;
  kept: number;
}

export function undoDecision(
  ctx: Context<Coordinator>,
  { decisionId, idempotencyKey }: { decisionId: string; idempotencyKey: string },
): Promise<Outcome<Undone, UndoRefusal>> {
  return once<Coordinator, Undone, UndoRefusal>(ctx, "undo-decision", idempotencyKey, async (ctx) => {
    const mine = and(eq(bulkDecisions.id, decisionId), eq(bulkDecisions.districtId, ctx.actor.districtId));
    const [decision] = await ctx.db.select().from(bulkDecisions).where(mine).for("update");
    if (!decision) return refused("not_found");
    if (decision.decidedBy !== ctx.actor.userId) return refused("not_yours");
    if (decision.undoneAt) return refused("already_undone");
    if (ctx.now > undoableUntil(decision.decidedAt)) return refused("too_late");

    const entries = readEntries(decision.before);
    const found = await lockThem(ctx, entries);
    const restored: string[] = [];
    const after: Entry[] = [];
    for (const entry of entries) {
      const listing = found.get(entry.listingId);
      const isBack = wasChanged(entry) && listing && (await restore(ctx, listing, entry, decision));
      if (isBack) restored.push(entry.listingId);
      after.push(wasChanged(entry) && !isBack ? { ...entry, kept: true } : entry);
    }
    if (decision.verb !== "assign") await takeBack(ctx, restored, decision.decidedAt);
    await ctx.db
      .update(bulkDecisions)
      .set({ undoneAt: ctx.now, before: after })
      .where(eq(bulkDecisions.id, decisionId));
    const wereSeen = restored.filter((id) => found.get(id)?.publishedAt);
    await tellReadersOfSeveral(ctx.db, ctx.actor.districtId, decision.verb === "assign" ? [] : wereSeen);
    return done({ restored: restored.length, kept: after.filter((entry) => "kept" in entry).length });
  });
}

/** Whether it stands as before; false: somebody changed it since, or its partner began another in its place. */
async function restore(
  ctx: Context<Coordinator>,
  listing: Listing,
  { version, assignedTo, before }: Changed,
  { id: decisionId, verb }: { id: string; verb: string },
): Promise<boolean> {
  if (listing.version !== version) return false;
  if (verb === "assign") {
    if (listing.assignedTo !== assignedTo) return false;
    await ctx.db.update(listings).set({ assignedTo: before.assignedTo }).where(eq(listings.id, listing.id));
  } else {
    if (listing.state === "declined" && (await isReplaced(ctx, listing))) return false;
    const { assignedTo: _assignedTo, ...stood } = before;
    await ctx.db
      .update(listings)
      .set({ ...stood, ...changedAt(ctx.now) })
      .where(eq(listings.id, listing.id));
  }
  const detail = { decisionId, from: listing.state, to: before.state };
  await recordEvent(ctx, "listing.decision_undone", { id: listing.id, districtId: listing.districtId, detail });
  return true;
}

/** One opportunity has one listing in a district that is alive; its partner offers behind the same lock. */
async function isReplaced({ db }: Context, { id, opportunityId, districtId }: Listing): Promise<boolean> {
  await db
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(eq(opportunities.id, opportunityId))
    .for("update");
  const ofSame = and(eq(listings.opportunityId, opportunityId), eq(listings.districtId, districtId));
  const alive = and(ne(listings.id, id), notInArray(listings.state, ["closed", "expired", "declined"]));
  return (await db.$count(listings, and(ofSame, alive))) > 0;
}

/** The reviews of that moment, and the mails that waited for the end of the window. */
async function takeBack({ db, actor }: Context<Coordinator>, listingIds: string[], decidedAt: Date) {
  if (listingIds.length === 0) return;
  await db
    .delete(reviews)
    .where(
      and(
        inArray(reviews.listingId, listingIds),
        eq(reviews.reviewerId, actor.userId),
        eq(reviews.decidedAt, decidedAt),
      ),
    );
  await db
    .update(mails)
    .set({ state: "dropped" })
    .where(
      and(
        inArray(mails.state, ["waiting", "held"]),
        inArray(mails.kind, Object.values(DECISION_MAILS)),
        inArray(sql`${mails.data} ->> 'listingId'`, listingIds),
        gte(mails.createdAt, decidedAt),
      ),
    );
}

async function lockThem(ctx: Context<Coordinator>, entries: Entry[]): Promise<Map<string, Listing>> {
  const ids = entries.filter(wasChanged).map(({ listingId }) => listingId);
  const own = and(inArray(listings.id, ids), eq(listings.districtId, ctx.actor.districtId));
  const rows = await ctx.db.select().from(listings).where(own).orderBy(asc(listings.id)).for("update");
  return new Map(rows.map((row) => [row.id, row]));
}
