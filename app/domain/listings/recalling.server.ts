/** What a coordinator decided just now, to be told to them, with the time they have left to take it back. */
import { and, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { bulkDecisions, listings } from "#db/schema/listings.ts";
import { opportunityRevisions } from "#db/schema/opportunities.ts";
import type { Context, Coordinator } from "../context.ts";
import type { DecisionVerb } from "./decided.server.ts";
import { isJudgedText, titleOfText } from "./queue-conditions.server.ts";
import { readEntries, UNDO_MINUTES, undoableUntil, wasChanged } from "./review-undo.ts";

/** The decision named, if it is theirs; else their latest that can be undone; null: none. */
export async function recallDecision(ctx: Context<Coordinator>, decisionId: string | null) {
  const { db, actor, now } = ctx;
  const mine = and(eq(bulkDecisions.districtId, actor.districtId), eq(bulkDecisions.decidedBy, actor.userId));
  const lately = and(
    gt(bulkDecisions.decidedAt, new Date(now.getTime() - UNDO_MINUTES * 60_000)),
    isNull(bulkDecisions.undoneAt),
  );
  const [decision] = await db
    .select()
    .from(bulkDecisions)
    .where(and(mine, decisionId ? eq(bulkDecisions.id, decisionId) : lately))
    .orderBy(desc(bulkDecisions.decidedAt), desc(bulkDecisions.id))
    .limit(1);
  if (!decision) return null;
  const entries = readEntries(decision.before);
  const found = await titlesOf(
    ctx,
    entries.map(({ listingId }) => listingId),
  );
  const named = (listingId: string) => ({ listingId, title: found.get(listingId)?.title ?? null });
  const changed = entries.filter(wasChanged);
  const until = undoableUntil(decision.decidedAt);
  return {
    id: decision.id,
    verb: decision.verb as DecisionVerb,
    done: changed.map(({ listingId }) => ({ ...named(listingId), state: found.get(listingId)?.state ?? null })),
    refused: entries.flatMap((entry) =>
      "refusal" in entry ? [{ ...named(entry.listingId), why: entry.refusal }] : [],
    ),
    kept: changed.filter(({ kept }) => kept).map(({ listingId }) => named(listingId)),
    undone: decision.undoneAt !== null,
    undoableUntil: decision.undoneAt === null && now <= until && changed.length > 0 ? until : null,
  };
}

export type Recalled = NonNullable<Awaited<ReturnType<typeof recallDecision>>>;

/** Of this district's listings alone: a form may have named another's. */
export async function titlesOf({ db, actor }: Context<Coordinator>, listingIds: string[]) {
  if (listingIds.length === 0) return new Map<string, { title: string; state: string; version: number }>();
  const rows = await db
    .select({ id: listings.id, title: titleOfText, state: sql<string>`${listings.state}`, version: listings.version })
    .from(listings)
    .innerJoin(opportunityRevisions, isJudgedText)
    .where(and(inArray(listings.id, listingIds), eq(listings.districtId, actor.districtId)));
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
