/**
 * Review: a coordinator decides whether learners may see what a partner submitted. A decision may be taken back for ten
 * minutes (`undoing.server.ts`) and is final then; the partner answers it by submitting again. On a published listing
 * the submission is an edit: approving swaps the text, any other decision drops the edit and the approved text stays.
 */
import { refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { once } from "../once.server.ts";
import { approve, turnDown, type ApprovalRefusal as Refusal, type Approving, type Made } from "./deciding.server.ts";
import type { Listing, ListingState, ReasonCode } from "./lifecycle.ts";
import { tellReaders } from "./publishing-effects.server.ts";
import { recordDecided, type DecisionVerb } from "./decided.server.ts";
import { lockListing, whyNotDecided } from "./review-subject.server.ts";

export type DecisionRefusal = "not_found" | "not_awaiting_review" | "changed_since_read";
export type ApprovalRefusal = DecisionRefusal | Refusal;
export interface Decided {
  state: ListingState;
  decisionId: string;
}

interface Submission {
  listingId: string;
  /** `listings.version` the coordinator read; a later one is refused, so nobody approves a text unseen. */
  version?: number;
  idempotencyKey: string;
}

export interface Approval extends Submission, Approving {}

/** Puts the submitted text on the list, now or on `publishOn`; the submission counts as the partner's confirmation. */
export const approveListing = (ctx: Context<Coordinator>, approval: Approval) =>
  decide<Refusal>(ctx, "approve", approval, (ctx, listing) => approve(ctx, listing, approval));

export interface ChangeRequest extends Submission {
  note: string;
}

/** Sends the text back to its partner with what should change. */
export const requestChanges = (ctx: Context<Coordinator>, request: ChangeRequest) =>
  decide<never>(ctx, "request_changes", request, async (ctx, listing) => ({
    ok: true,
    value: await turnDown(ctx, listing, { decision: "changes_requested", note: request.note }),
  }));

export interface Decline extends Submission {
  reasonCode: ReasonCode;
  note: string | null;
}

/** Says no for good; the partner is told the reason. */
export const declineListing = (ctx: Context<Coordinator>, { reasonCode, note, ...decline }: Decline) =>
  decide<never>(ctx, "decline", decline, async (ctx, listing) => ({
    ok: true,
    value: await turnDown(ctx, listing, { decision: "declined", reasonCode, note }),
  }));

function decide<R extends string>(
  ctx: Context<Coordinator>,
  verb: DecisionVerb,
  { listingId, version, idempotencyKey }: Submission,
  make: (ctx: Context<Coordinator>, listing: Listing) => Promise<Outcome<Made, R>>,
): Promise<Outcome<Decided, DecisionRefusal | R>> {
  type No = DecisionRefusal | R;
  return once<Coordinator, Decided, No>(ctx, `${verb}-listing`, idempotencyKey, async (ctx) => {
    const listing = await lockListing(ctx, listingId);
    const no = whyNotDecided(listing, version);
    if (!listing || no) return refused<No>(no ?? "not_found");
    const made = await make(ctx, listing);
    if (!made.ok) return made;
    const { state, concernsReaders } = made.value;
    const decisionId = await recordDecided(ctx, verb, [{ listing }]);
    if (concernsReaders) await tellReaders(ctx.db, listing);
    return { ok: true, value: { state, decisionId } };
  });
}
