/**
 * Submission: a partner asks a district's coordinators to decide. What they decide on is a revision, frozen now; the
 * partner may go on writing without changing it. From a published listing this sends an edit: readers keep the
 * approved text until a coordinator approves the new one.
 */
import { and, eq } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { opportunityRevisions } from "#db/schema/opportunities.ts";
import { enqueueIndexing, enqueueMarking } from "#app/jobs/enqueue.server.ts";
import { done, refused, type Context, type Coordinator, type Outcome, type Partner } from "../context.ts";
import { withheldIn } from "../districts/kinds.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { tellCoordinators } from "../mail/recipients.server.ts";
import { once } from "../once.server.ts";
import { claim } from "../opportunities/claiming.server.ts";
import { contentOnly } from "../opportunities/empty-content.ts";
import type { Opportunity } from "../opportunities/opportunity.ts";
import { lockOpportunity } from "../opportunities/own.server.ts";
import { submissionProblems } from "../opportunities/submission-rules.ts";
import { canHappen, LIFECYCLE, type Listing, type ListingState } from "./lifecycle.ts";
import { lockOwnListing } from "./offering.server.ts";
import { changedAt, lockStanding, todayIn } from "./review-subject.server.ts";

export type SubmissionRefusal =
  "not_found" | "not_editable" | "nothing_changed" | "incomplete" | "partnership_not_in_force" | "kind_not_offered";
type Sent = { state: ListingState };

/** `incomplete`: `submissionProblems` of the stored text says which fields. */
export function submitListing(
  ctx: Context<Partner>,
  { listingId, idempotencyKey }: { listingId: string; idempotencyKey: string },
): Promise<Outcome<Sent, SubmissionRefusal>> {
  return once<Partner, Sent, SubmissionRefusal>(ctx, "submit-listing", idempotencyKey, async (ctx) => {
    const listing = await lockOwnListing(ctx, listingId);
    const opportunity = listing && (await lockOpportunity(ctx, listing.opportunityId));
    return listing && opportunity ? submit(ctx, listing, opportunity) : refused("not_found");
  });
}

/** Within the transaction of a verb that locked both. */
export async function submit(
  ctx: Context<Partner>,
  listing: Listing,
  opportunity: Opportunity,
): Promise<Outcome<Sent, Exclude<SubmissionRefusal, "not_found">>> {
  const isEdit = listing.state === "published";
  if (!isEdit && !canHappen("submit", listing.state)) return refused("not_editable");

  const today = await todayIn(ctx, listing.districtId);
  if (submissionProblems(opportunity, today).length) return refused("incomplete");
  if (!(await lockStanding(ctx.db, listing, today))) return refused("partnership_not_in_force");

  // What a district has seen before may come again: only a new text asks whether its kind is offered.
  const isNew = listing.submittedAt === null;
  if (isNew && (await withheldIn(ctx.db, opportunity.kind, [listing.districtId])).length > 0)
    return refused("kind_not_offered");

  const revisionId = await freeze(ctx, opportunity);
  if (isEdit && revisionId === listing.submittedRevisionId) return refused("nothing_changed");
  await claim(ctx, opportunity, "partner");
  return done({ state: await send(ctx, listing, revisionId) });
}

/** Call with the listing locked, in a state it may be sent from. */
export async function send(
  ctx: Context<Partner | Coordinator>,
  listing: Listing,
  revisionId: string,
): Promise<ListingState> {
  const isEdit = listing.state === "published";
  const waitsAlready = listing.state === LIFECYCLE.submit.to;
  const state = isEdit ? listing.state : LIFECYCLE.submit.to;
  await ctx.db
    .update(listings)
    .set({
      ...changedAt(ctx.now),
      state,
      submittedRevisionId: revisionId,
      // What waits keeps its place in the queue.
      submittedAt: waitsAlready ? listing.submittedAt : ctx.now,
      // Whoever said yes did so to another text.
      secondedBy: null,
    })
    .where(eq(listings.id, listing.id));
  await recordEvent(ctx, isEdit || waitsAlready ? "listing.edited" : "listing.submitted", {
    id: listing.id,
    districtId: listing.districtId,
    detail: { revisionId, from: listing.state, to: state },
  });
  if (!waitsAlready)
    await tellCoordinators(ctx, listing.districtId, "coordinator-listing-submitted", { listingId: listing.id });
  // Readers see nothing new, but the listing's version grew and the index compares versions.
  if (isEdit) await enqueueIndexing(ctx.db, [listing.id]);
  return state;
}

/** One revision of each version, whichever district is asked first. */
export async function freeze(ctx: Context<Partner | Coordinator>, opportunity: Opportunity): Promise<string> {
  const { id, version } = opportunity;
  await ctx.db
    .insert(opportunityRevisions)
    .values({
      opportunityId: id,
      version,
      content: contentOnly(opportunity),
      authorId: ctx.actor.userId,
      createdAt: ctx.now,
    })
    .onConflictDoNothing();
  await enqueueMarking(ctx.db);
  const [revision] = await ctx.db
    .select({ id: opportunityRevisions.id })
    .from(opportunityRevisions)
    .where(and(eq(opportunityRevisions.opportunityId, id), eq(opportunityRevisions.version, version)));
  return revision!.id;
}
