/**
 * What a decision does to one listing, inside the caller's transaction and on a listing it has locked: refuses before it
 * writes anything, or changes the listing and leaves the review, the event and the partner's mail. Telling readers is
 * left to the caller, who may decide on many and must lock the district's row last.
 */
import { eq } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { listings, reviews } from "#db/schema/listings.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { localDate } from "../districts/zone.ts";
import type { EventName } from "../events/event-names.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { MailKind } from "../mail/mails.ts";
import { ownSubClusters } from "./curation.ts";
import { areOfDistrict, type Curation } from "./curation.server.ts";
import { lastDayOf } from "./last-day.ts";
import {
  hasPendingEdit,
  isPublic,
  LIFECYCLE,
  type Decision,
  type Listing,
  type ListingState,
  type ReasonCode,
} from "./lifecycle.ts";
import { changedAt, contentOf, isOwnWord, lockStanding } from "./review-subject.server.ts";
import { mailsLeaveAt } from "./review-undo.ts";
import { tellPartner } from "./tell-partner.server.ts";

export type ApprovalRefusal = "partnership_not_in_force" | "over_before_shown" | "unknown_choice" | "already_seconded";

export interface Made {
  state: ListingState;
  /** Readers see something else now, or their index compares versions. */
  concernsReaders: boolean;
}

export interface Approving extends Curation {
  note: string | null;
  /** First day on the list (`YYYY-MM-DD`, district's zone); today, the past or null: now. An edit ignores it. */
  publishOn?: string | null;
}

/** Puts the submitted text on the list; where two have to agree, the first yes only says so on the listing. */
export async function approve(
  ctx: Context<Coordinator>,
  listing: Listing,
  approving: Approving,
): Promise<Outcome<Made, ApprovalRefusal>> {
  const { today, needsTwo } = await policyOf(ctx);
  if (needsTwo && listing.secondedBy === ctx.actor.userId) return refused("already_seconded");
  if (!(await lockStanding(ctx.db, listing, today))) return refused("partnership_not_in_force");
  if (!(await areOfDistrict(ctx, approving))) return refused("unknown_choice");
  const revisionId = submittedRevision(listing);
  const text = await contentOf(ctx.db, revisionId);
  const closesOn = lastDayOf(text);
  const isEdit = hasPendingEdit(listing);
  const publishOn = !isEdit && approving.publishOn && approving.publishOn > today ? approving.publishOn : null;
  if (closesOn && closesOn < (publishOn ?? today)) return refused("over_before_shown");
  const placing = {
    pathwayIds: approving.pathwayIds,
    labels: approving.labels,
    subClusters: ownSubClusters(approving.subClusters, text),
    schoolIds: approving.schoolIds,
    publishOn,
  };
  if (needsTwo && listing.secondedBy === null) return second(ctx, listing, placing);

  const state = LIFECYCLE[publishOn ? "schedule" : "approve"].to;
  const confirms = await isOwnWord(ctx.db, listing, revisionId);
  const shownAt = isEdit ? (listing.publishedAt ?? ctx.now) : ctx.now;
  await change(ctx, listing, {
    ...placing,
    state,
    publishedRevisionId: revisionId,
    publishedAt: publishOn ? null : shownAt,
    closesOn,
    confirmedAt: confirms ? (listing.submittedAt ?? ctx.now) : listing.confirmedAt,
    secondedBy: null,
  });
  await recordDecision(ctx, listing, { decision: "approved", note: approving.note, state });
  return done({ state, concernsReaders: isPublic(state) });
}

/** The placing is kept for the colleague who publishes; on a published listing it shows at once, as curation does. */
async function second(ctx: Context<Coordinator>, listing: Listing, placing: Partial<Listing>) {
  await change(ctx, listing, { ...placing, secondedBy: ctx.actor.userId });
  const { id, districtId, state } = listing;
  await recordEvent(ctx, "listing.seconded", { id, districtId, detail: { revisionId: submittedRevision(listing) } });
  return done<Made>({ state, concernsReaders: isPublic(state) });
}

const TURNED_DOWN = {
  changes_requested: LIFECYCLE.request_changes.to,
  declined: LIFECYCLE.decline.to,
} as const;

export interface Verdict<D extends Decision = Decision> {
  decision: D;
  reasonCode?: ReasonCode;
  note: string | null;
}

/** Sends the text back or says no; of a published listing only the edit is dropped. */
export async function turnDown(
  ctx: Context<Coordinator>,
  listing: Listing,
  verdict: Verdict<keyof typeof TURNED_DOWN>,
): Promise<Made> {
  const isEdit = hasPendingEdit(listing);
  const state = isEdit ? listing.state : TURNED_DOWN[verdict.decision];
  const dropped = isEdit && { submittedRevisionId: listing.publishedRevisionId };
  await change(ctx, listing, { state, secondedBy: null, ...dropped });
  await recordDecision(ctx, listing, { ...verdict, state });
  // The approved text stays as it is, but its version grew and the index compares versions.
  return { state, concernsReaders: isEdit };
}

async function policyOf(ctx: Context<Coordinator>) {
  const { timeZone, reviewPolicy } = districts;
  const [district] = await ctx.db
    .select({ timeZone, reviewPolicy })
    .from(districts)
    .where(eq(districts.id, ctx.actor.districtId));
  if (!district) throw new Error(`no district ${ctx.actor.districtId}`);
  return { today: localDate(ctx.now, district.timeZone), needsTwo: district.reviewPolicy === "two" };
}

/** What is decided is nobody's to look at any more. */
const change = (ctx: Context, listing: Listing, to: Partial<Listing>) =>
  ctx.db
    .update(listings)
    .set({ ...to, ...changedAt(ctx.now), inReviewBy: null, inReviewAt: null })
    .where(eq(listings.id, listing.id));

const DECISION_EVENTS = {
  approved: "listing.approved",
  changes_requested: "listing.changes_requested",
  declined: "listing.declined",
} as const satisfies Record<Decision, EventName>;

export const DECISION_MAILS = {
  approved: "partner-listing-approved",
  changes_requested: "partner-listing-changes-requested",
  declined: "partner-listing-declined",
} as const satisfies Record<Decision, MailKind>;

async function recordDecision(
  ctx: Context<Coordinator>,
  listing: Listing,
  { state, ...verdict }: Verdict & { state: ListingState },
) {
  const revisionId = submittedRevision(listing);
  const [review] = await ctx.db
    .insert(reviews)
    .values({
      ...verdict,
      listingId: listing.id,
      districtId: listing.districtId,
      revisionId,
      reviewerId: ctx.actor.userId,
      decidedAt: ctx.now,
    })
    .returning({ id: reviews.id });
  await recordEvent(ctx, DECISION_EVENTS[verdict.decision], {
    id: listing.id,
    districtId: listing.districtId,
    // The note stays in its row: the log is forever, and holds nothing typed.
    detail: { reviewId: review!.id, revisionId, from: listing.state, to: state },
  });
  await tellPartner(ctx, listing, DECISION_MAILS[verdict.decision], { notBefore: mailsLeaveAt(ctx.now) });
}

function submittedRevision(listing: Listing): string {
  if (!listing.submittedRevisionId) throw new Error(`listing ${listing.id} awaits review without a text`);
  return listing.submittedRevisionId;
}
