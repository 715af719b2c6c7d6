/** What was decided in one stroke, on one listing or a hundred, and how each stood before. */
import { inArray } from "drizzle-orm";
import { bulkDecisions, listings } from "#db/schema/listings.ts";
import type { Context, Coordinator } from "../context.ts";
import type { Listing } from "./lifecycle.ts";
import { beforeOf, type Before, type Entry } from "./review-undo.ts";

export const DECISION_VERBS = ["approve", "request_changes", "decline", "label", "assign"] as const;
export type DecisionVerb = (typeof DECISION_VERBS)[number];

/** A listing as it was locked, which has changed since; or one that a rule refused. */
export type Touched = { listing: Listing } | { listingId: string; refusal: string };

/** Call after the listings were changed, in the same transaction; answers the id by which it can be undone. */
export async function recordDecided(ctx: Context<Coordinator>, verb: DecisionVerb, touched: Touched[]) {
  const changed = touched.flatMap((each) => ("listing" in each ? [each.listing.id] : []));
  const after = await ctx.db
    .select({ id: listings.id, version: listings.version, assignedTo: listings.assignedTo })
    .from(listings)
    .where(inArray(listings.id, changed));
  const afterOf = new Map(after.map((row) => [row.id, row]));
  const before: Entry[] = touched.map((each) => {
    if (!("listing" in each)) return each;
    const { id } = each.listing;
    const { version, assignedTo } = afterOf.get(id)!;
    return { listingId: id, version, assignedTo, before: beforeOf(each.listing as Before) };
  });
  const { districtId, userId } = ctx.actor;
  const [row] = await ctx.db
    .insert(bulkDecisions)
    .values({ districtId, decidedBy: userId, verb, before, decidedAt: ctx.now })
    .returning({ id: bulkDecisions.id });
  return row!.id;
}
