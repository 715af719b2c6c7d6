/** What needs a district's coordinators now, as counts, in one round trip. */
import { sql, type SQL } from "drizzle-orm";
import { imports } from "#db/schema/imports.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { partnershipDocuments, partnerships } from "#db/schema/organizations.ts";
import type { Context, Coordinator } from "../context.ts";
import { hasNobodyToAsk, isEdit } from "../listings/queue-conditions.server.ts";
import { isUnanswered } from "../listings/freshness.server.ts";
import { todayIn } from "../listings/review-subject.server.ts";
import { addDays } from "./zone.ts";

/** Agreements and documents that end no later than this many days from now. */
const ENDING_SOON_DAYS = 30;
/** An import that failed longer ago was done again or given up. */
const FAILED_DAYS = 30;

export interface Needs {
  /** Organizations that ask to be partners. */
  toVet: number;
  toReview: number;
  /** When the new one that waits longest was sent; null: none waits. */
  oldestAt: Date | null;
  /** Of published listings. */
  edits: number;
  /** Whose partner was asked and has not answered. */
  unconfirmed: number;
  /** Of these, those whose organization nobody acts for: no mail asked anybody. */
  nobodyToAsk: number;
  endingAgreements: number;
  /** Of approved partners: what ends soon, or has ended. */
  endingDocuments: number;
  failedImports: number;
  onList: number;
}

export async function findNeeds(ctx: Context<Coordinator>): Promise<Needs> {
  const { districtId } = ctx.actor;
  const today = await todayIn(ctx, districtId);
  const soon = addDays(today, ENDING_SOON_DAYS);
  const since = new Date(ctx.now.getTime() - FAILED_DAYS * 86_400_000).toISOString();
  const onesOf = (what: SQL) => sql`(select count(*)::int ${what})`;
  const approved = sql`${partnerships.status} = 'approved' and coalesce(${partnerships.inForceUntil}, ${today}) >= ${today}`;
  const [row] = await ctx.db.execute<{ [K in keyof Needs]: Needs[K] extends number ? number : string | null }>(sql`
    select
      count(*) filter (where ${listings.state} = 'submitted')::int as "toReview",
      min(${listings.submittedAt}) filter (where ${listings.state} = 'submitted') as "oldestAt",
      count(*) filter (where ${isEdit})::int as "edits",
      count(*) filter (where ${listings.state} = 'published' and ${isUnanswered})::int as "unconfirmed",
      count(*) filter (where ${listings.state} = 'published' and ${isUnanswered} and exists (select from ${opportunities}
        where ${opportunities.id} = ${listings.opportunityId} and ${hasNobodyToAsk}))::int as "nobodyToAsk",
      count(*) filter (where ${listings.state} = 'published')::int as "onList",
      ${onesOf(sql`from ${partnerships} where ${partnerships.districtId} = ${districtId} and ${partnerships.status} = 'requested'`)} as "toVet",
      ${onesOf(sql`from ${partnerships} where ${partnerships.districtId} = ${districtId} and ${approved} and ${partnerships.inForceUntil} <= ${soon}`)} as "endingAgreements",
      ${onesOf(sql`from ${partnershipDocuments} join ${partnerships} on ${partnerships.id} = ${partnershipDocuments.partnershipId}
        where ${partnershipDocuments.districtId} = ${districtId} and ${partnershipDocuments.removedAt} is null
          and ${partnershipDocuments.expiresOn} <= ${soon} and ${approved}`)} as "endingDocuments",
      ${onesOf(sql`from ${imports} where ${imports.districtId} = ${districtId} and ${imports.status} = 'failed' and ${imports.createdAt} > ${since}`)} as "failedImports"
    from ${listings} where ${listings.districtId} = ${districtId}`);
  const { oldestAt, ...counts } = row!;
  return { ...counts, oldestAt: oldestAt === null ? null : new Date(oldestAt) };
}
