/**
 * The link of the mail that asks a partner to claim. It stands for one asking, opens the page about that listing and
 * nothing else, and signs nobody in. Who answers for the organization says yes there; a contact of one that nobody acts
 * for does so by accepting the invitation it leads to. Either may take the listing off.
 */
import { and, eq, sql } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { invitations } from "#db/schema/invitations.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { organizations, partnerships } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import type { Database } from "#db/database.ts";
import { done, refused, type Context, type Outcome, type Visitor } from "../context.ts";
import { localDate } from "../districts/zone.ts";
import { claim } from "../opportunities/claiming.server.ts";
import { mayBeEnteredFor, standingOf } from "../organizations/partnership-lifecycle.ts";
import { turnDownFirstMember } from "../people/first-member.server.ts";
import { INVITATION_DAYS, stateOf as stateOfInvitation } from "../people/invitation.ts";
import { closeLocked } from "./closing.server.ts";
import { canHappen } from "./lifecycle.ts";

/**
 * `over`: the listing ended. `revoked`: another address was asked since. `not_partner`: the district works with the
 * organization no longer.
 */
export type ClaimState = "open" | "claimed" | "over" | "expired" | "revoked" | "not_partner";

type Row = Awaited<ReturnType<ReturnType<typeof readClaim>["execute"]>>[number];

/** Null: no such asking. */
export async function getClaim({ db, now }: Pick<Context, "db" | "now">, askingId: string) {
  const [row] = await readClaim(db, askingId);
  return row ? { ...row, state: claimState(row, now), needsAccount: row.invitation !== null } : null;
}

export type Claim = NonNullable<Awaited<ReturnType<typeof getClaim>>>;
type Answered = { listingId: string };
/** `needs_account`: only by joining, since nobody acts for the organization. */
export type ClaimRefusal = "not_found" | "needs_account" | Exclude<ClaimState, "open">;

export const claimAsked = (ctx: Context<Visitor>, { askingId }: { askingId: string }) =>
  answer(ctx, askingId, async (ctx, { opportunity, invitation }) => {
    if (invitation) return refused("needs_account");
    await claim(ctx, opportunity, "link");
    return done(null);
  });

/** What readers see is closed; what waits for a coordinator is taken back; nobody is invited by it any more. */
export const turnDownAsked = (ctx: Context<Visitor>, { askingId }: { askingId: string }) =>
  answer(ctx, askingId, async (ctx, { listing, invitation }) => {
    await closeLocked(ctx, listing, { reason: "withdrawn", by: "link" });
    if (invitation) await turnDownFirstMember(ctx, invitation.id);
    return done(null);
  });

/** Needs no form's key: what was claimed or closed is so no second time. */
function answer(
  ctx: Context<Visitor>,
  askingId: string,
  work: (ctx: Context<Visitor>, row: Row) => Promise<Outcome<null, ClaimRefusal>>,
): Promise<Outcome<Answered, ClaimRefusal>> {
  return ctx.db.transaction(async (tx) => {
    const [row] = await readClaim(tx, askingId).for("update", { of: [listings, opportunities] });
    if (!row) return refused("not_found");
    const state = claimState(row, ctx.now);
    if (state !== "open") return refused(state);
    const outcome = await work({ ...ctx, db: tx }, row);
    return outcome.ok ? done({ listingId: row.listing.id }) : outcome;
  });
}

function claimState({ listing, opportunity, district, partnership, invitation, askedAt }: Row, now: Date): ClaimState {
  if (opportunity.claimedAt) return "claimed";
  if (!canHappen("close", listing.state) && !canHappen("withdraw", listing.state)) return "over";
  if (!mayBeEnteredFor(standingOf(partnership, localDate(now, district.timeZone)))) return "not_partner";
  if (!invitation) return now.getTime() < askedAt.getTime() + INVITATION_DAYS * 86_400_000 ? "open" : "expired";
  const state = stateOfInvitation(invitation, now);
  return state === "accepted" ? "claimed" : state;
}

const readClaim = (db: Database, askingId: string) =>
  db
    .select({
      listing: listings,
      opportunity: opportunities,
      organization: organizations,
      district: districts,
      partnership: partnerships,
      invitation: invitations,
      enteredBy: users.name,
      askedAt: events.at,
    })
    .from(events)
    .innerJoin(listings, eq(listings.id, events.subjectId))
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .innerJoin(districts, eq(districts.id, listings.districtId))
    .leftJoin(
      partnerships,
      and(eq(partnerships.organizationId, organizations.id), eq(partnerships.districtId, districts.id)),
    )
    .leftJoin(invitations, eq(sql`${invitations.id}::text`, sql`${events.detail} ->> 'invitationId'`))
    .leftJoin(users, eq(users.id, opportunities.enteredBy))
    .where(and(eq(events.id, askingId), eq(events.name, "listing.claim_asked")));
