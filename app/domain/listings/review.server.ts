/**
 * Review: a coordinator decides whether learners may see what a partner submitted.
 * A decision is final for that submission; the partner answers it by submitting again. On a published listing the
 * submission is an edit: approving swaps the text, any other decision drops the edit and the approved text stays.
 */
import { eq } from "drizzle-orm";
import { listings, reviews } from "#db/schema/listings.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import type { EventName } from "../events/event-names.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { MailKind } from "../mail/mails.ts";
import { once } from "../once.server.ts";
import { ownSubClusters } from "./curation.ts";
import { areOfDistrict, type Curation } from "./curation.server.ts";
import { lastDayOf } from "./last-day.ts";
import {
  hasPendingEdit,
  LIFECYCLE,
  type Decision,
  type Listing,
  type ListingState,
  type ReasonCode,
} from "./lifecycle.ts";
import { tellReaders } from "./publishing-effects.server.ts";
import {
  changedAt,
  contentOf,
  isOwnWord,
  lockListing,
  lockStanding,
  todayIn,
  whyNotDecided,
} from "./review-subject.server.ts";
import { tellPartner } from "./tell-partner.server.ts";

export type DecisionRefusal = "not_found" | "not_awaiting_review" | "changed_since_read";
export type ApprovalRefusal = DecisionRefusal | "partnership_not_in_force" | "over_before_shown" | "unknown_choice";
export interface Decided {
  state: ListingState;
}

interface Submission {
  listingId: string;
  /** `listings.version` the coordinator read; a later one is refused, so nobody approves a text unseen. */
  version?: number;
  idempotencyKey: string;
}

export interface Approval extends Submission, Curation {
  note: string | null;
  /** First day on the list (`YYYY-MM-DD`, district's zone); today, the past or null: now. An edit ignores it. */
  publishOn?: string | null;
}

/** Puts the submitted text on the list, now or on `publishOn`; the submission counts as the partner's confirmation. */
export function approveListing(
  ctx: Context<Coordinator>,
  approval: Approval,
): Promise<Outcome<Decided, ApprovalRefusal>> {
  return once<Coordinator, Decided, ApprovalRefusal>(ctx, "approve-listing", approval.idempotencyKey, async (ctx) => {
    const listing = await lockListing(ctx, approval.listingId);
    const no = whyNotDecided(listing, approval.version);
    if (!listing || no) return refused(no ?? "not_found");
    const revisionId = submittedRevision(listing);
    const today = await todayIn(ctx, listing.districtId);
    if (!(await lockStanding(ctx.db, listing, today))) return refused("partnership_not_in_force");
    if (!(await areOfDistrict(ctx, approval))) return refused("unknown_choice");

    const text = await contentOf(ctx.db, revisionId);
    const closesOn = lastDayOf(text);
    const isEdit = hasPendingEdit(listing);
    const publishOn = !isEdit && approval.publishOn && approval.publishOn > today ? approval.publishOn : null;
    if (closesOn && closesOn < (publishOn ?? today)) return refused("over_before_shown");
    const state = LIFECYCLE[publishOn ? "schedule" : "approve"].to;
    const confirms = await isOwnWord(ctx.db, listing, revisionId);
    await ctx.db
      .update(listings)
      .set({
        ...changedAt(ctx.now),
        state,
        publishedRevisionId: revisionId,
        pathwayIds: approval.pathwayIds,
        labels: approval.labels,
        subClusters: ownSubClusters(approval.subClusters, text),
        schoolIds: approval.schoolIds,
        publishOn,
        publishedAt: publishOn ? null : (listing.publishedAt ?? ctx.now),
        closesOn,
        confirmedAt: confirms ? (listing.submittedAt ?? ctx.now) : listing.confirmedAt,
      })
      .where(eq(listings.id, listing.id));
    await recordDecision(ctx, listing, { decision: "approved", note: approval.note, state });
    if (state === "published") await tellReaders(ctx.db, listing);
    return done({ state });
  });
}

export interface ChangeRequest extends Submission {
  note: string;
}

/** Sends the text back to its partner with what should change. */
export function requestChanges(
  ctx: Context<Coordinator>,
  request: ChangeRequest,
): Promise<Outcome<Decided, DecisionRefusal>> {
  return once<Coordinator, Decided, DecisionRefusal>(ctx, "request-changes", request.idempotencyKey, (ctx) =>
    turnDown(ctx, request, { decision: "changes_requested", note: request.note }),
  );
}

export interface Decline extends Submission {
  reasonCode: ReasonCode;
  note: string | null;
}

/** Says no for good; the partner is told the reason. */
export function declineListing(
  ctx: Context<Coordinator>,
  decline: Decline,
): Promise<Outcome<Decided, DecisionRefusal>> {
  return once<Coordinator, Decided, DecisionRefusal>(ctx, "decline-listing", decline.idempotencyKey, (ctx) =>
    turnDown(ctx, decline, { decision: "declined", reasonCode: decline.reasonCode, note: decline.note }),
  );
}

const TURNED_DOWN = {
  changes_requested: LIFECYCLE.request_changes.to,
  declined: LIFECYCLE.decline.to,
} as const;

interface Verdict<D extends Decision = Decision> {
  decision: D;
  reasonCode?: ReasonCode;
  note: string | null;
}

async function turnDown(
  ctx: Context<Coordinator>,
  { listingId, version }: Submission,
  verdict: Verdict<keyof typeof TURNED_DOWN>,
): Promise<Outcome<Decided, DecisionRefusal>> {
  const listing = await lockListing(ctx, listingId);
  const no = whyNotDecided(listing, version);
  if (!listing || no) return refused(no ?? "not_found");
  const isEdit = hasPendingEdit(listing);
  const state = isEdit ? listing.state : TURNED_DOWN[verdict.decision];
  await ctx.db
    .update(listings)
    .set({
      ...changedAt(ctx.now),
      state,
      ...(isEdit && { submittedRevisionId: listing.publishedRevisionId }),
    })
    .where(eq(listings.id, listing.id));
  await recordDecision(ctx, listing, { ...verdict, state });
  // The approved text stays as it is, but its version grew and the index compares versions.
  if (isEdit) await tellReaders(ctx.db, listing);
  return done({ state });
}

const DECISION_EVENTS = {
  approved: "listing.approved",
  changes_requested: "listing.changes_requested",
  declined: "listing.declined",
} as const satisfies Record<Decision, EventName>;

const DECISION_MAILS = {
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
  await tellPartner(ctx, listing, DECISION_MAILS[verdict.decision]);
}

function submittedRevision(listing: Listing): string {
  if (!listing.submittedRevisionId) throw new Error(`listing ${listing.id} awaits review without a text`);
  return listing.submittedRevisionId;
}
