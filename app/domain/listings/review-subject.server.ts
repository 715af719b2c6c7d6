import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districts } from "#db/schema/districts.ts";
import { importedRows } from "#db/schema/imports.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { partnerships } from "#db/schema/organizations.ts";
import { isInForce } from "../organizations/standing.ts";
import { localDate } from "../districts/zone.ts";
import type { Context, Coordinator } from "../context.ts";
import { awaitsReview, type Listing } from "./lifecycle.ts";

/**
 * The coordinator's listing, locked until the transaction ends: of two deciding at once the second waits here and
 * then reads what the first decided. Null: not there, another district's, or a draft its partner has not sent.
 */
export async function lockListing(ctx: Context<Coordinator>, listingId: string): Promise<Listing | null> {
  const [listing] = await ctx.db
    .select()
    .from(listings)
    .where(and(eq(listings.id, listingId), eq(listings.districtId, ctx.actor.districtId), ne(listings.state, "draft")))
    .for("update");
  return listing ?? null;
}

/** Why a decision on this listing cannot be taken; null: it can. `version` is the one the coordinator read. */
export function whyNotDecided(listing: Listing | null, version: number | undefined) {
  if (!listing) return "not_found";
  if (!awaitsReview(listing)) return "not_awaiting_review";
  if (version !== undefined && version !== listing.version) return "changed_since_read";
  return null;
}

/** Today in the listing's district, `YYYY-MM-DD`. */
export async function todayIn(ctx: Context, districtId: string): Promise<string> {
  const [district] = await ctx.db
    .select({ timeZone: districts.timeZone })
    .from(districts)
    .where(eq(districts.id, districtId));
  if (!district) throw new Error(`no district ${districtId}`);
  return localDate(ctx.now, district.timeZone);
}

/** Whether the listing's organization may be on its district's list today; holds the standing until commit. */
export async function lockStanding(tx: Database, listing: Listing, today: string): Promise<boolean> {
  const [partnership] = await tx
    .select({ status: partnerships.status, inForceUntil: partnerships.inForceUntil })
    .from(partnerships)
    .innerJoin(opportunities, eq(opportunities.organizationId, partnerships.organizationId))
    .where(and(eq(opportunities.id, listing.opportunityId), eq(partnerships.districtId, listing.districtId)))
    .for("share", { of: partnerships });
  return isInForce(partnership ?? null, today);
}

/** The text a coordinator judges, else the one readers see; what left its draft has one. */
export function judgedRevision({ id, submittedRevisionId, publishedRevisionId }: Listing): string {
  const revisionId = submittedRevisionId ?? publishedRevisionId;
  if (!revisionId) throw new Error(`listing ${id} left its draft without a text`);
  return revisionId;
}

export async function contentOf(tx: Database, revisionId: string) {
  const [revision] = await tx
    .select({ content: opportunityRevisions.content })
    .from(opportunityRevisions)
    .where(eq(opportunityRevisions.id, revisionId));
  if (!revision) throw new Error(`no revision ${revisionId}`);
  return revision.content;
}

/** Whether the text is an organization's own word, and not a row the district imported about it. */
export async function isOwnWord(tx: Database, listing: Listing, revisionId: string): Promise<boolean> {
  const [imported] = await tx
    .select({ id: opportunityRevisions.id })
    .from(opportunityRevisions)
    .innerJoin(importedRows, eq(importedRows.opportunityId, opportunityRevisions.opportunityId))
    .where(
      and(
        eq(opportunityRevisions.id, revisionId),
        isNull(opportunityRevisions.authorId),
        eq(importedRows.listingId, listing.id),
      ),
    );
  return !imported;
}

/** Columns of every change of a listing: a stale form or search document is told by the version. */
export const changedAt = (now: Date) => ({ version: sql`${listings.version} + 1`, updatedAt: now });
