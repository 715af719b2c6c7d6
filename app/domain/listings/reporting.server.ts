/**
 * A reader without an account says that something is wrong with a listing. Nothing about the reader is kept. Where the
 * district says so, enough open reports of different moments take the listing off the list until someone has looked.
 */
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districts } from "#db/schema/districts.ts";
import { listings, readerReports } from "#db/schema/listings.ts";
import { done, refused, type Context, type Outcome, type System, type Visitor } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { tellCoordinators } from "../mail/recipients.server.ts";
import { once } from "../once.server.ts";
import { LIFECYCLE, type Listing } from "./lifecycle.ts";
import { ONE_MOMENT_MINUTES, type ReportReason } from "./reader-reports.ts";
import { todayIn } from "./review-subject.server.ts";
import { moveListing } from "./suspending.server.ts";
import { tellPartner } from "./tell-partner.server.ts";

export interface Report {
  districtId: string;
  slug: string;
  reason: ReportReason;
  text: string | null;
  idempotencyKey: string;
}
export type ReportRefusal = "not_found" | "not_on_list";

export function reportListing(
  ctx: Context<Visitor>,
  { districtId, slug, reason, text, idempotencyKey }: Report,
): Promise<Outcome<{ listingId: string }, ReportRefusal>> {
  return once<Visitor, { listingId: string }, ReportRefusal>(ctx, "report-listing", idempotencyKey, async (ctx) => {
    const [listing] = await ctx.db
      .select()
      .from(listings)
      .where(and(eq(listings.districtId, districtId), eq(listings.slug, slug)))
      .for("update");
    if (!listing?.publishedAt) return refused("not_found");
    const isOver = listing.closesOn !== null && listing.closesOn < (await todayIn(ctx, districtId));
    if (listing.state !== "published" || isOver) return refused("not_on_list");

    const isFirst = (await countOpen(ctx.db, listing.id)) === 0;
    const row = { listingId: listing.id, districtId, reason, text, reportedAt: ctx.now };
    await ctx.db.insert(readerReports).values(row);
    await recordEvent(ctx, "report.received", { id: listing.id, districtId, detail: { reason } });
    const hidden = await hideIfReportedEnough(ctx, listing);
    // Of a listing's reports the first is told: whoever comes for it finds the others.
    if (isFirst || hidden)
      await tellCoordinators(ctx, districtId, "coordinator-listing-reported", { listingId: listing.id });
    return done({ listingId: listing.id });
  });
}

const isOpenOf = (listingId: string) => and(eq(readerReports.listingId, listingId), isNull(readerReports.decision));

const countOpen = (db: Database, listingId: string) => db.$count(readerReports, isOpenOf(listingId));

/** Whether as many open reports of different moments are there as hide a listing in its district. */
export async function isReportedEnough(db: Database, listing: Pick<Listing, "id" | "districtId">): Promise<boolean> {
  const [district] = await db
    .select({ enough: districts.hideAfterReports })
    .from(districts)
    .where(eq(districts.id, listing.districtId));
  if (!district || district.enough === null) return false;
  const minutes = sql`make_interval(mins => ${ONE_MOMENT_MINUTES}::int)`;
  const moment = sql`date_bin(${minutes}, ${readerReports.reportedAt}, timestamptz '2020-01-01')`;
  const [open] = await db
    .select({ moments: sql`count(distinct ${moment})`.mapWith(Number) })
    .from(readerReports)
    .where(isOpenOf(listing.id));
  return (open?.moments ?? 0) >= district.enough;
}

async function hideIfReportedEnough(ctx: Context<Visitor>, listing: Listing): Promise<boolean> {
  if (!(await isReportedEnough(ctx.db, listing))) return false;
  const system: Context<System> = { ...ctx, actor: { kind: "system", userId: null } };
  await moveListing(system, listing, { state: LIFECYCLE.hide.to }, "listing.hidden", { why: "reports" });
  await tellPartner(system, listing, "partner-listing-hidden");
  return true;
}
