/**
 * A coordinator answers what readers said of a listing: there was nothing to it, it is mended, or the listing is taken
 * off the list. One answer for all open reports that were read; what came in since stays open.
 */
import { and, desc, eq, inArray, isNull, lte } from "drizzle-orm";
import { events } from "#db/schema/events.ts";
import { readerReports } from "#db/schema/listings.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { canHappen, type ListingState } from "./lifecycle.ts";
import { isReportedEnough } from "./reporting.server.ts";
import type { ReportDecision } from "./reader-reports.ts";
import { lockListing } from "./review-subject.server.ts";
import { restoreListing, suspendListing } from "./suspending.server.ts";

export interface DecidingReports {
  listingId: string;
  decision: ReportDecision;
  /** The newest report that was read. */
  readUntil: Date;
  /** Why it is taken off the list; its partner reads it. */
  note: string | null;
  idempotencyKey: string;
}
type Decided = { reports: number; state: ListingState };
export type DecidingRefusal = "not_found" | "nothing_open" | "note_missing" | "not_on_list";

const EVENTS = { dismissed: "report.dismissed", mended: "report.mended", suspended: "report.upheld" } as const;

export function decideReports(
  ctx: Context<Coordinator>,
  { listingId, decision, readUntil, note, idempotencyKey }: DecidingReports,
): Promise<Outcome<Decided, DecidingRefusal>> {
  return once<Coordinator, Decided, DecidingRefusal>(ctx, "decide-reports", idempotencyKey, async (ctx) => {
    const listing = await lockListing(ctx, listingId);
    if (!listing) return refused("not_found");
    const isRead = and(
      eq(readerReports.listingId, listingId),
      isNull(readerReports.decision),
      lte(readerReports.reportedAt, readUntil),
    );
    const reports = await ctx.db.$count(readerReports, isRead);
    if (reports === 0) return refused("nothing_open");
    if (decision === "suspended" && listing.state !== "suspended") {
      if (!note) return refused("note_missing");
      const outcome = await suspendListing(ctx, { listingId, note, idempotencyKey });
      if (!outcome.ok) return refused(outcome.refusal);
    }
    const wasHidden = canHappen("restore", listing.state) && (await isHidden(ctx, listingId));
    await ctx.db.update(readerReports).set({ decision, decidedBy: ctx.actor.userId, decidedAt: ctx.now }).where(isRead);
    const detail = { reports };
    await recordEvent(ctx, EVENTS[decision], { id: listingId, districtId: listing.districtId, detail });
    if (decision === "suspended") return done({ reports, state: "suspended" });
    if (!wasHidden || (await isReportedEnough(ctx.db, listing))) return done({ reports, state: listing.state });
    return done({ reports, state: await restored(ctx, { listingId, idempotencyKey }) });
  });
}

/** Back to the list; where that may not be (its last day is over, its partnership lapsed) it stays where it is. */
async function restored(ctx: Context<Coordinator>, change: { listingId: string; idempotencyKey: string }) {
  const outcome = await restoreListing(ctx, change);
  return outcome.ok ? outcome.value.state : ("suspended" as const);
}

/** Taken off the list by the number of its reports, and by nobody since. */
async function isHidden(ctx: Context<Coordinator>, listingId: string): Promise<boolean> {
  const [last] = await ctx.db
    .select({ name: events.name })
    .from(events)
    .where(and(eq(events.subjectId, listingId), inArray(events.name, ["listing.hidden", "listing.suspended"])))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1);
  return last?.name === "listing.hidden";
}
