import { and, asc, count, desc, eq, isNotNull, isNull, max, min, sql, type SQL } from "drizzle-orm";
import { listings, readerReports } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { organizations } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import type { Context, Coordinator } from "../context.ts";
import { REPORT_PAGE_SIZE, type ReportFilter, type ReportReason } from "./reader-reports.ts";

/** One line a listing, however many say so. */
export interface ReportedListing {
  listingId: string;
  title: string;
  organization: string;
  state: (typeof listings.$inferSelect)["state"];
  reports: number;
  reasons: ReportReason[];
  firstAt: Date;
  lastAt: Date;
}

/** One page (from 1): open ones the oldest first, decided ones the newest first. */
export const listReported = async (
  ctx: Context<Coordinator>,
  { show, page }: { show: ReportFilter; page: number },
): Promise<ReportedListing[]> =>
  asReported(
    await readReported(ctx, show)
      .limit(REPORT_PAGE_SIZE)
      .offset((page - 1) * REPORT_PAGE_SIZE),
  );

/** All of them for a file: a line a listing, which a district has few of. */
export async function* readAllReported(
  ctx: Context<Coordinator>,
  show: ReportFilter,
): AsyncGenerator<ReportedListing[]> {
  yield asReported(await readReported(ctx, show));
}

function readReported(ctx: Context<Coordinator>, show: ReportFilter) {
  const [first, last] = [min(readerReports.reportedAt), max(readerReports.reportedAt)];
  return ctx.db
    .select({
      listingId: listings.id,
      title: sql<string>`${opportunityRevisions.title}`,
      organization: organizations.name,
      state: listings.state,
      reports: count(),
      reasons: sql<ReportReason[]>`array_agg(distinct ${readerReports.reason})`,
      firstAt: first,
      lastAt: last,
    })
    .from(readerReports)
    .innerJoin(listings, eq(listings.id, readerReports.listingId))
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .innerJoin(opportunityRevisions, eq(opportunityRevisions.id, listings.publishedRevisionId))
    .where(isShown(ctx, show))
    .groupBy(listings.id, opportunityRevisions.id, organizations.id)
    .orderBy(show === "open" ? asc(first) : desc(last), asc(listings.id))
    .$dynamic();
}

/** A group of reports has a first and a last one. */
const asReported = (rows: Awaited<ReturnType<typeof readReported>>): ReportedListing[] =>
  rows.map(({ firstAt, lastAt, ...row }) => ({ ...row, firstAt: firstAt!, lastAt: lastAt! }));

const isShown = ({ actor }: Context<Coordinator>, show: ReportFilter) =>
  and(
    eq(readerReports.districtId, actor.districtId),
    show === "open" ? isNull(readerReports.decision) : isNotNull(readerReports.decision),
  );

/** How many listings each filter shows: a coordinator answers for a listing, however many readers spoke. */
export async function countReported(ctx: Context<Coordinator>): Promise<Record<ReportFilter, number>> {
  const listingsWith = (which: SQL) =>
    sql`count(distinct ${readerReports.listingId}) filter (where ${which})`.mapWith(Number);
  const [counts] = await ctx.db
    .select({
      open: listingsWith(isNull(readerReports.decision)),
      decided: listingsWith(isNotNull(readerReports.decision)),
    })
    .from(readerReports)
    .where(eq(readerReports.districtId, ctx.actor.districtId));
  return counts!;
}

/** What readers said of a listing, open ones first, the oldest before; null: not there, another district's, or nobody said anything. */
export async function getReported(ctx: Context<Coordinator>, listingId: string) {
  const [listing] = await ctx.db
    .select({
      id: listings.id,
      state: listings.state,
      slug: listings.slug,
      title: sql<string>`${opportunityRevisions.title}`,
      organization: organizations.name,
    })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .innerJoin(
      opportunityRevisions,
      eq(opportunityRevisions.id, sql`coalesce(${listings.publishedRevisionId}, ${listings.submittedRevisionId})`),
    )
    .where(and(eq(listings.id, listingId), eq(listings.districtId, ctx.actor.districtId)));
  if (!listing) return null;
  const reports = await ctx.db
    .select({
      id: readerReports.id,
      reason: readerReports.reason,
      text: readerReports.text,
      reportedAt: readerReports.reportedAt,
      decision: readerReports.decision,
      decidedAt: readerReports.decidedAt,
      /** Null: nobody yet, or an account that is deleted. */
      decidedBy: users.name,
    })
    .from(readerReports)
    .leftJoin(users, eq(users.id, readerReports.decidedBy))
    .where(eq(readerReports.listingId, listingId))
    .orderBy(desc(isNull(readerReports.decision)), asc(readerReports.reportedAt), asc(readerReports.id))
    .limit(MOST_READ);
  return reports.length > 0 ? { listing, reports } : null;
}

const MOST_READ = 200;
