/**
 * Asking a partner to claim what was entered for it: who answers for the organization is shown it; where nobody does,
 * its contact is invited to. The asking is an event; the link in the mail is that event's id, signed.
 */
import { and, desc, eq } from "drizzle-orm";
import { events } from "#db/schema/events.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { answeringFor } from "../mail/recipients.server.ts";
import { tell } from "../mail/tell.server.ts";
import { once } from "../once.server.ts";
import { isUnclaimed, lockEntered } from "../opportunities/claiming.server.ts";
import type { Opportunity } from "../opportunities/opportunity.ts";
import { inviteFirstMember, revokeFirstMembers } from "../people/first-member.server.ts";
import { RESEND_MINUTES } from "../people/invitation.ts";
import type { Listing } from "./lifecycle.ts";
import { lockListing } from "./review-subject.server.ts";

type Asked = { listingId: string };
/** `no_address`: nobody acts for the organization, and no contact's address is known. */
export type AskingRefusal = "not_found" | "claimed" | "too_soon" | "no_address";

/** For the first time, or again: to another address, or because the earlier mail was lost or ran out. */
export function askToClaim(
  ctx: Context<Coordinator>,
  { listingId, idempotencyKey }: { listingId: string; idempotencyKey: string },
): Promise<Outcome<Asked, AskingRefusal>> {
  return once<Coordinator, Asked, AskingRefusal>(ctx, "ask-to-claim", idempotencyKey, async (ctx) => {
    const listing = await lockListing(ctx, listingId);
    const opportunity = listing && (await lockEntered(ctx, listing.opportunityId));
    if (!listing || !opportunity) return refused("not_found");
    if (!isUnclaimed(opportunity)) return refused("claimed");
    const [last] = await listAskings(ctx, listingId);
    if (last && ctx.now.getTime() - last.at.getTime() < RESEND_MINUTES * 60_000) return refused("too_soon");
    return (await askPartner(ctx, listing, opportunity)) ? done({ listingId }) : refused("no_address");
  });
}

/** Call with the listing locked or just made. False: there is nobody to ask. */
export async function askPartner(
  ctx: Context<Coordinator>,
  { id, districtId }: Listing,
  { organizationId, contactEmail: email, language: locale }: Opportunity,
): Promise<boolean> {
  const people = await answeringFor(ctx, organizationId);
  if (people.length > 0) {
    const askingId = await recordEvent(ctx, "listing.claim_asked", { id, districtId });
    for (const userId of people) await tell(ctx, "partner-claim-asked", { userId }, { askingId }, { districtId });
    return true;
  }
  if (!email) return false;
  const earlier = (await listAskings(ctx, id)).flatMap(({ invitationId }) => invitationId ?? []);
  await revokeFirstMembers(ctx, earlier, email);
  const invitation = await inviteFirstMember(ctx, { organizationId, email, locale });
  const detail = { invitationId: invitation.id };
  const askingId = await recordEvent(ctx, "listing.claim_asked", { id, districtId, detail });
  await tell(ctx, "partner-claim-asked", { address: invitation.email, locale }, { askingId }, { districtId });
  return true;
}

/** Newest first. */
export async function listAskings({ db }: Context, listingId: string) {
  const rows = await db
    .select({ at: events.at, detail: events.detail })
    .from(events)
    .where(and(eq(events.subjectId, listingId), eq(events.name, "listing.claim_asked")))
    .orderBy(desc(events.at));
  return rows.map(({ at, detail }) => ({ at, invitationId: detail?.invitationId as string | undefined }));
}
