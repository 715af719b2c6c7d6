/**
 * Restricting: a coordinator keeps a listing to some grades or groups of the district's learners and adds a note for
 * them. Readers see it in plain words; searches by grade and matching follow it.
 */
import { eq } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { openGrades } from "../opportunities/eligibility.ts";
import { isPublic } from "./lifecycle.ts";
import { tellReaders } from "./publishing-effects.server.ts";
import { changedAt, contentOf, judgedRevision, lockListing } from "./review-subject.server.ts";

export interface Restrictions {
  /** 0 to 12; empty: those of the text. */
  onlyGrades: number[];
  /** In the district's words; empty: everyone. */
  onlyGroups: string[];
  noteToReaders: string | null;
}

/** `open_to_nobody`: none of the chosen grades is open by the partner's text. */
export type RestrictionRefusal = "not_found" | "changed_since_read" | "open_to_nobody";

export function restrictListing(
  ctx: Context<Coordinator>,
  {
    listingId,
    version,
    idempotencyKey,
    ...restrictions
  }: Restrictions & { listingId: string; version: number; idempotencyKey: string },
): Promise<Outcome<{ version: number }, RestrictionRefusal>> {
  type Refusal = RestrictionRefusal;
  return once<Coordinator, { version: number }, Refusal>(ctx, "restrict-listing", idempotencyKey, async (ctx) => {
    const listing = await lockListing(ctx, listingId);
    if (!listing) return refused("not_found");
    if (listing.version !== version) return refused("changed_since_read");
    const text = await contentOf(ctx.db, judgedRevision(listing));
    if (restrictions.onlyGrades.length > 0 && openGrades(text, restrictions.onlyGrades).length === 0)
      return refused("open_to_nobody");
    await ctx.db
      .update(listings)
      .set({ ...changedAt(ctx.now), ...restrictions })
      .where(eq(listings.id, listing.id));
    const { onlyGrades, onlyGroups, noteToReaders } = restrictions;
    await recordEvent(ctx, "listing.restricted", {
      id: listing.id,
      districtId: listing.districtId,
      detail: { onlyGrades, groups: onlyGroups.length, hasNote: noteToReaders !== null },
    });
    if (isPublic(listing.state)) await tellReaders(ctx.db, listing);
    return done({ version: version + 1 });
  });
}
