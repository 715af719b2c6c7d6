/**
 * On behalf of: a coordinator writes down what a partner offers who phones. It waits for review like any other text, and
 * is marked until the partner claims it; so long the district's staff corrects it, and nobody else's.
 */
import { randomUUID } from "node:crypto";
import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { organizations, partnerships } from "#db/schema/organizations.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { withheldIn } from "../districts/kinds.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { tellCoordinators } from "../mail/recipients.server.ts";
import { once } from "../once.server.ts";
import { isUnclaimed, lockEntered } from "../opportunities/claiming.server.ts";
import { composeDraft, type FirstWords } from "../opportunities/composing.server.ts";
import { EMPTY_CONTENT } from "../opportunities/empty-content.ts";
import { keepChanges } from "../opportunities/keeping.server.ts";
import { submissionProblems, type Problem } from "../opportunities/submission-rules.ts";
import { mayBeEnteredFor, standingOf } from "../organizations/partnership-lifecycle.ts";
import { askPartner } from "./asking-to-claim.server.ts";
import { LIFECYCLE, type ListingState } from "./lifecycle.ts";
import { lockListing, todayIn } from "./review-subject.server.ts";
import { listingSlug } from "./slug.ts";
import { freeze, send } from "./submission.server.ts";

type Entered = { listingId: string };

export interface Entry {
  partnershipId: string;
  content: FirstWords;
  /** Whether the contact, or who acts for the organization, is asked by mail to claim it. */
  asksPartner: boolean;
  idempotencyKey: string;
}
/** `not_a_partner`: turned down, paused or past its last day. `incomplete`: `entryProblems` says which fields. */
export type EntryRefusal = "not_found" | "not_a_partner" | "incomplete" | "kind_not_offered";

export function enterListing(
  ctx: Context<Coordinator>,
  { partnershipId, content, asksPartner, idempotencyKey }: Entry,
): Promise<Outcome<Entered, EntryRefusal>> {
  return once<Coordinator, Entered, EntryRefusal>(ctx, "enter-listing", idempotencyKey, async (ctx) => {
    const { districtId, userId } = ctx.actor;
    const partner = await getPartner(ctx, partnershipId);
    if (!partner) return refused("not_found");
    if (!mayBeEnteredFor(partner.standing)) return refused("not_a_partner");
    const draft = await composeDraft(ctx, partner.organization, content);
    if (submissionProblems({ ...EMPTY_CONTENT, ...draft }, partner.today).length) return refused("incomplete");
    if ((await withheldIn(ctx.db, draft.kind ?? null, [districtId])).length > 0) return refused("kind_not_offered");
    const [opportunity] = await ctx.db
      .insert(opportunities)
      .values({ ...draft, createdBy: userId, enteredBy: userId, enteredAt: ctx.now })
      .returning();
    const id = randomUUID();
    const { to: state } = LIFECYCLE.submit;
    const revisionId = await freeze(ctx, opportunity!);
    const [listing] = await ctx.db
      .insert(listings)
      .values({
        ...{ id, opportunityId: opportunity!.id, districtId, state, slug: listingSlug(opportunity!.title, id) },
        ...{ submittedRevisionId: revisionId, submittedAt: ctx.now, createdAt: ctx.now, updatedAt: ctx.now },
      })
      .returning();
    const detail = { opportunityId: opportunity!.id, revisionId, to: state };
    await recordEvent(ctx, "listing.entered", { id, districtId, detail });
    await tellCoordinators(ctx, districtId, "coordinator-listing-submitted", { listingId: id });
    if (asksPartner) await askPartner(ctx, listing!, opportunity!);
    return done({ listingId: id });
  });
}

export async function entryProblems(
  ctx: Context<Coordinator>,
  { partnershipId, content }: Pick<Entry, "partnershipId" | "content">,
): Promise<Problem[]> {
  const partner = await getPartner(ctx, partnershipId);
  if (!partner) return [];
  const draft = await composeDraft(ctx, partner.organization, content);
  return submissionProblems({ ...EMPTY_CONTENT, ...draft }, partner.today);
}

export interface Correction {
  listingId: string;
  /** `opportunities.version` the form was shown with. */
  version: number;
  content: FirstWords;
  idempotencyKey: string;
}
/** `claimed`: from then on only the partner edits it. */
export type CorrectionRefusal = "not_found" | "claimed" | "edited_elsewhere" | "not_editable" | "incomplete";

const CORRECTED_IN: readonly ListingState[] = ["submitted", "changes_requested", "published"];

/** The corrected text waits for a decision; of a published listing readers keep the approved one until then. */
export function correctListing(
  ctx: Context<Coordinator>,
  { listingId, version, content, idempotencyKey }: Correction,
): Promise<Outcome<Entered, CorrectionRefusal>> {
  return once<Coordinator, Entered, CorrectionRefusal>(ctx, "correct-listing", idempotencyKey, async (ctx) => {
    const listing = await lockListing(ctx, listingId);
    const before = listing && (await lockEntered(ctx, listing.opportunityId));
    if (!listing || !before) return refused("not_found");
    if (!isUnclaimed(before)) return refused("claimed");
    if (before.version !== version) return refused("edited_elsewhere");
    if (!CORRECTED_IN.includes(listing.state)) return refused("not_editable");
    const today = await todayIn(ctx, listing.districtId);
    if (submissionProblems({ ...before, ...content }, today).length) return refused("incomplete");
    const after = await keepChanges(ctx, before, content);
    if (after !== before) await send(ctx, listing, await freeze(ctx, after));
    return done({ listingId });
  });
}

export async function correctionProblems(
  ctx: Context<Coordinator>,
  { listingId, content }: Pick<Correction, "listingId" | "content">,
): Promise<Problem[]> {
  const entered = await getEntered(ctx, listingId);
  if (!entered) return [];
  const today = await todayIn(ctx, ctx.actor.districtId);
  return submissionProblems({ ...entered.opportunity, ...content }, today);
}

/** What a correction begins with; null: not there, another district's, or its partner's own. */
export async function getEntered(ctx: Context<Coordinator>, listingId: string) {
  const [row] = await ctx.db
    .select({ state: listings.state, opportunity: opportunities, organization: organizations })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .where(and(eq(listings.id, listingId), eq(listings.districtId, ctx.actor.districtId)));
  if (!row?.opportunity.enteredAt || row.state === "draft") return null;
  return { ...row, mayCorrect: isUnclaimed(row.opportunity) && CORRECTED_IN.includes(row.state) };
}

/** For whom a listing may be entered, and how it stands; null: not there, another district's, or merged. */
export async function getPartner(ctx: Context<Coordinator>, partnershipId: string) {
  const [row] = await ctx.db
    .select({ partnership: partnerships, organization: organizations })
    .from(partnerships)
    .innerJoin(organizations, eq(organizations.id, partnerships.organizationId))
    .where(
      and(
        eq(partnerships.id, partnershipId),
        eq(partnerships.districtId, ctx.actor.districtId),
        isNull(organizations.mergedIntoId),
      ),
    );
  if (!row) return null;
  const today = await todayIn(ctx, ctx.actor.districtId);
  return { organization: row.organization, standing: standingOf(row.partnership, today), today };
}

/** Whom the district called last about the organization's listings; the form begins with it. */
export async function lastContact(ctx: Context<Coordinator>, organizationId: string) {
  const { contactName, contactEmail, contactPhone } = opportunities;
  const [last] = await ctx.db
    .select({ contactName, contactEmail, contactPhone })
    .from(opportunities)
    .innerJoin(listings, eq(listings.opportunityId, opportunities.id))
    .where(
      and(
        eq(opportunities.organizationId, organizationId),
        eq(listings.districtId, ctx.actor.districtId),
        ne(listings.state, "draft"),
      ),
    )
    .orderBy(desc(listings.submittedAt))
    .limit(1);
  return last ?? { contactName: null, contactEmail: null, contactPhone: null };
}
