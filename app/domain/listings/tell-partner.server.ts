import { eq } from "drizzle-orm";
import { opportunities } from "#db/schema/opportunities.ts";
import type { Context } from "../context.ts";
import type { MailKind } from "../mail/mails.ts";
import { tellMembers } from "../mail/recipients.server.ts";

/** About one listing. */
type ListingMail = Exclude<Extract<MailKind, `partner-listing-${string}`>, "partner-listing-still-true">;

/** Tells everyone who acts for the listing's organization, in its district's name. */
export async function tellPartner(
  ctx: Context,
  listing: { id: string; opportunityId: string; districtId: string },
  kind: ListingMail,
  { notBefore }: { notBefore?: Date } = {},
): Promise<void> {
  const [opportunity] = await ctx.db
    .select({ organizationId: opportunities.organizationId })
    .from(opportunities)
    .where(eq(opportunities.id, listing.opportunityId));
  if (!opportunity) throw new Error(`listing ${listing.id} is of no opportunity`);
  const { districtId } = listing;
  await tellMembers(ctx, opportunity.organizationId, kind, { listingId: listing.id }, { districtId, notBefore });
}
