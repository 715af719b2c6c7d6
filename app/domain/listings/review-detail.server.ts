import { alias } from "drizzle-orm/pg-core";
import { and, desc, eq, ne, sql } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { listings, reviews, suspensions } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { organizations, partnerships } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import type { Context, Coordinator } from "../context.ts";
import { localDate } from "../districts/zone.ts";
import type { EventName } from "../events/event-names.ts";
import { isInForce } from "../organizations/standing.ts";
import { listAlike } from "./alike.server.ts";
import { heldBy } from "./review-holds.ts";
import { awaitsReview, hasPendingEdit } from "./lifecycle.ts";

const EVENTS_SHOWN = 20;

const judged = alias(opportunityRevisions, "judged");
const shown = alias(opportunityRevisions, "shown");
const seconder = alias(users, "seconder");
const holder = alias(users, "holder");
const enterer = alias(users, "enterer");

/**
 * Everything a coordinator needs to decide on a listing of their district; null: not there, another district's, or a
 * draft. `content` is what the partner sent last, `published` what readers see now.
 */
export async function getReview(ctx: Context<Coordinator>, listingId: string) {
  const [row] = await ctx.db
    .select({
      listing: listings,
      organization: organizations,
      partnership: partnerships,
      vettedBy: users.name,
      secondedBy: seconder.name,
      holder: holder.name,
      entered: { by: enterer.name, at: opportunities.enteredAt, claimedAt: opportunities.claimedAt },
      timeZone: districts.timeZone,
      content: judged.content,
      published: shown.content,
    })
    .from(listings)
    .innerJoin(districts, eq(districts.id, listings.districtId))
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .innerJoin(judged, eq(judged.id, sql`coalesce(${listings.submittedRevisionId}, ${listings.publishedRevisionId})`))
    .leftJoin(shown, eq(shown.id, listings.publishedRevisionId))
    .leftJoin(
      partnerships,
      and(eq(partnerships.organizationId, organizations.id), eq(partnerships.districtId, listings.districtId)),
    )
    .leftJoin(users, eq(users.id, partnerships.vettedBy))
    .leftJoin(seconder, eq(seconder.id, listings.secondedBy))
    .leftJoin(enterer, eq(enterer.id, opportunities.enteredBy))
    .leftJoin(holder, eq(holder.id, listings.inReviewBy))
    .where(and(eq(listings.id, listingId), eq(listings.districtId, ctx.actor.districtId), ne(listings.state, "draft")));
  if (!row) return null;
  const { listing, organization, partnership, timeZone, content, published } = row;
  const today = localDate(ctx.now, timeZone);
  return {
    listing,
    organization,
    content,
    published,
    today,
    timeZone,
    awaiting: awaitsReview(listing),
    isEdit: hasPendingEdit(listing),
    secondedBy: row.secondedBy,
    /** Written down by the staff for a partner who phoned. */
    entered: row.entered.at && { ...row.entered, at: row.entered.at },
    inReviewBy: heldBy({ userId: listing.inReviewBy, name: row.holder, since: listing.inReviewAt }, ctx),
    suggested: content.subClustersSuggested && listing.subClusters === null,
    standing: {
      status: partnership?.status ?? null,
      vettedBy: row.vettedBy,
      vettedAt: partnership?.vettedAt ?? null,
      inForceUntil: partnership?.inForceUntil ?? null,
      note: partnership?.note ?? null,
      inForce: isInForce(partnership, today),
    },
    decisions: await listDecisions(ctx, listingId),
    events: await listEvents(ctx, listingId),
    alike: await listAlike(ctx, {
      ...{ listingId, opportunityId: listing.opportunityId, organizationId: organization.id, content },
    }),
  };
}

export type ReviewDetail = NonNullable<Awaited<ReturnType<typeof getReview>>>;

/** Newest first. */
function listDecisions(ctx: Context<Coordinator>, listingId: string) {
  return ctx.db
    .select({
      id: reviews.id,
      decision: reviews.decision,
      reasonCode: reviews.reasonCode,
      note: reviews.note,
      decidedAt: reviews.decidedAt,
      /** Null: their account is deleted. */
      reviewer: users.name,
      isMine: sql<boolean>`coalesce(${reviews.reviewerId} = ${ctx.actor.userId}, false)`,
    })
    .from(reviews)
    .leftJoin(users, eq(users.id, reviews.reviewerId))
    .where(and(eq(reviews.listingId, listingId), eq(reviews.districtId, ctx.actor.districtId)))
    .orderBy(desc(reviews.decidedAt), desc(reviews.id));
}

async function listEvents(ctx: Context<Coordinator>, listingId: string) {
  const rows = await ctx.db
    .select({
      id: events.id,
      name: events.name,
      at: events.at,
      actor: users.name,
      // A decision's note stands with the decision.
      note: suspensions.note,
    })
    .from(events)
    .leftJoin(users, eq(users.id, events.actorId))
    .leftJoin(suspensions, eq(sql`${suspensions.id}::text`, sql`${events.detail} ->> 'suspensionId'`))
    .where(and(eq(events.subjectId, listingId), eq(events.districtId, ctx.actor.districtId)))
    .orderBy(desc(events.at), desc(events.id))
    .limit(EVENTS_SHOWN);
  return rows.map((row) => ({ ...row, name: row.name as EventName }));
}
