import { and, asc, desc, eq, inArray, or, sql, type SQL } from "drizzle-orm";
import { districts, schools } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { listings, reviews, suspensions } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import type { Context, Partner } from "../context.ts";
import { EVENT_NAMES, type EventName } from "../events/event-names.ts";
import { isOwn } from "../opportunities/own.server.ts";
import { isAsked, lastDayUnconfirmed } from "./freshness.ts";
import { isUnanswered } from "./freshness.server.ts";
import {
  hasPendingEdit,
  mayReopen,
  type Decision,
  type Listing,
  type ListingState,
  type ReasonCode,
} from "./lifecycle.ts";

/** Where one opportunity stands with one district, as its partner may know it. */
export interface OfferStatus {
  /** As the partner has it now. */
  title: string;
  listingId: string;
  opportunityId: string;
  districtId: string;
  districtName: string;
  districtSlug: string;
  timeZone: string;
  state: ListingState;
  slug: string;
  /** An edit waits for a coordinator while the approved text stays public. */
  editPending: boolean;
  /** `opportunities.version` of the text that was sent last. */
  sentVersion: number | null;
  /** Sent at least once: an offer that was not may be taken back without a trace on the list. */
  everSent: boolean;
  mayReopen: boolean;
  publishOn: string | null;
  closesOn: string | null;
  closedReason: "filled" | "withdrawn" | null;
  /** Its partner is asked whether it is still true, and without an answer this is its last day on the list. */
  leavesAfter: string | null;
  lastDecision: { decision: Decision; reasonCode: ReasonCode | null; note: string | null } | null;
  /** What the district makes of it for its readers; null until it has decided on it. */
  placed: (Place & { schools: string[] }) | null;
}

export type Place = Pick<
  Listing,
  "pathwayIds" | "subClusters" | "labels" | "schoolIds" | "onlyGrades" | "onlyGroups" | "noteToReaders"
>;

/** Of one of the partner's opportunities, or of several; newest offer of each district first. */
export const listOffers = (ctx: Context<Partner>, opportunityIds: string | string[]): Promise<OfferStatus[]> =>
  readOffers(ctx, inArray(listings.opportunityId, [opportunityIds].flat()));

/** Enough for one look; what is answered makes room for the next. */
const MOST_NEEDS = 50;

/** Where a district asked for something and nobody has answered yet, or asks whether a listing is still true. */
export const listOffersInNeed = (ctx: Context<Partner>): Promise<OfferStatus[]> => {
  const lastDecision = sql`(select r.decision from reviews r where r.listing_id = ${listings.id} order by r.decided_at desc limit 1)`;
  const pending = sql`${listings.submittedRevisionId} is distinct from ${listings.publishedRevisionId}`;
  const turnedDown = sql`not ${pending} and ${lastDecision} in ('changes_requested', 'declined')`;
  const inNeed = or(
    eq(listings.state, "changes_requested"),
    and(eq(listings.state, "published"), sql`(${isUnanswered} or (${turnedDown}))`),
  );
  return readOffers(ctx, inNeed, MOST_NEEDS);
};

async function readOffers(ctx: Context<Partner>, which: SQL | undefined, limit = 500): Promise<OfferStatus[]> {
  const rows = await ctx.db
    .select({
      listing: listings,
      title: opportunities.title,
      sentVersion: opportunityRevisions.version,
      district: { name: districts.name, slug: districts.slug, timeZone: districts.timeZone },
    })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(districts, eq(districts.id, listings.districtId))
    .leftJoin(opportunityRevisions, eq(opportunityRevisions.id, listings.submittedRevisionId))
    .where(and(isOwn(ctx), which))
    .orderBy(asc(districts.name), desc(listings.createdAt))
    .limit(limit);
  const decisions = await lastDecisions(
    ctx,
    rows.map(({ listing }) => listing.id),
  );
  const schoolNames = await namesOfSchools(
    ctx,
    rows.flatMap(({ listing }) => listing.schoolIds),
  );
  const namesOf = (ids: string[]) => ids.flatMap((id) => schoolNames.get(id) ?? []).toSorted();
  return rows.map(({ listing, title, sentVersion, district }) => ({
    title,
    listingId: listing.id,
    opportunityId: listing.opportunityId,
    districtId: listing.districtId,
    districtName: district.name,
    districtSlug: district.slug,
    timeZone: district.timeZone,
    state: listing.state,
    slug: listing.slug,
    editPending: hasPendingEdit(listing),
    sentVersion,
    everSent: listing.submittedAt !== null,
    mayReopen: mayReopen(listing),
    publishOn: listing.publishOn,
    closesOn: listing.closesOn,
    closedReason: listing.closedReason,
    leavesAfter:
      listing.state === "published" && isAsked(listing) ? lastDayUnconfirmed(listing, district.timeZone) : null,
    lastDecision: decisions.get(listing.id) ?? null,
    placed: isPlaced(listing) ? { ...placeOf(listing), schools: namesOf(listing.schoolIds) } : null,
  }));
}

const isPlaced = ({ publishedRevisionId, state }: Listing) => publishedRevisionId !== null || state === "approved";

async function namesOfSchools({ db }: Context<Partner>, ids: string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map();
  const rows = await db.select({ id: schools.id, name: schools.name }).from(schools).where(inArray(schools.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const placeOf = (listing: Listing): Place => ({
  pathwayIds: listing.pathwayIds,
  subClusters: listing.subClusters,
  labels: listing.labels,
  schoolIds: listing.schoolIds,
  onlyGrades: listing.onlyGrades,
  onlyGroups: listing.onlyGroups,
  noteToReaders: listing.noteToReaders,
});

/** What a form about one listing must know. Null: not there, or another partner's. */
export async function getOwnListing(ctx: Context<Partner>, listingId: string) {
  const [found] = await ctx.db
    .select({
      opportunityId: listings.opportunityId,
      title: opportunities.title,
      state: listings.state,
      districtName: districts.name,
      timeZone: districts.timeZone,
    })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(districts, eq(districts.id, listings.districtId))
    .where(and(eq(listings.id, listingId), isOwn(ctx)));
  return found ?? null;
}

async function lastDecisions(ctx: Context<Partner>, listingIds: string[]) {
  if (!listingIds.length) return new Map<string, NonNullable<OfferStatus["lastDecision"]>>();
  const rows = await ctx.db
    .selectDistinctOn([reviews.listingId], {
      listingId: reviews.listingId,
      decision: reviews.decision,
      reasonCode: reviews.reasonCode,
      note: reviews.note,
    })
    .from(reviews)
    .where(inArray(reviews.listingId, listingIds))
    .orderBy(reviews.listingId, desc(reviews.decidedAt));
  return new Map(rows.map(({ listingId, ...decision }) => [listingId, decision]));
}

/** A moment of a listing's story; who decided stays with the district. */
export interface Moment {
  listingId: string;
  name: EventName;
  at: Date;
  note: string | null;
  reasonCode: ReasonCode | null;
}

/** The story of listings that `listOffers` answered, newest first. */
export async function listMoments(ctx: Context<Partner>, offers: readonly OfferStatus[]): Promise<Moment[]> {
  if (!offers.length) return [];
  const rows = await ctx.db
    .select({
      listingId: events.subjectId,
      name: events.name,
      at: events.at,
      note: sql<string | null>`coalesce(${reviews.note}, ${suspensions.note})`,
      reasonCode: reviews.reasonCode,
    })
    .from(events)
    .leftJoin(reviews, eq(sql`${reviews.id}::text`, sql`${events.detail} ->> 'reviewId'`))
    .leftJoin(suspensions, eq(sql`${suspensions.id}::text`, sql`${events.detail} ->> 'suspensionId'`))
    .where(
      and(
        inArray(
          events.subjectId,
          offers.map((offer) => offer.listingId),
        ),
        inArray(events.name, TOLD),
      ),
    )
    .orderBy(desc(events.at))
    .limit(200);
  return rows.map((row) => ({ ...row, name: row.name as EventName }));
}

/** What a district does with its own labels, and who of it looks at what, is not the partner's business. */
const UNTOLD: EventName[] = [
  "listing.curated",
  "listing.restricted",
  "listing.translated",
  "listing.featured",
  "listing.unfeatured",
  "listing.assigned",
  "listing.seconded",
];
const TOLD = EVENT_NAMES.filter((name) => name.startsWith("listing.") && !UNTOLD.includes(name));
