/**
 * Holding: a coordinator who has a listing open says so, and for a quarter of an hour colleagues see it in the queue and
 * on its page. It is a word of courtesy: nobody is kept from deciding, nothing is logged, and the version stays.
 */
import { and, eq, isNull, lt, or } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { holdsSince } from "./review-holds.ts";
import { lockListing, whyNotDecided } from "./review-subject.server.ts";

export type HoldRefusal = "not_found" | "not_awaiting_review" | "held";

/** `takeOver`: also what a colleague holds, because somebody said so with a button. Again and again is as once. */
export async function holdListing(
  ctx: Context<Coordinator>,
  { listingId, takeOver }: { listingId: string; takeOver: boolean },
): Promise<Outcome<null, HoldRefusal>> {
  return ctx.db.transaction(async (tx): Promise<Outcome<null, HoldRefusal>> => {
    const listing = await lockListing({ ...ctx, db: tx }, listingId);
    const no = whyNotDecided(listing, undefined);
    if (no) return refused(no === "not_found" ? no : "not_awaiting_review");
    const { userId } = ctx.actor;
    const free = or(
      isNull(listings.inReviewBy),
      eq(listings.inReviewBy, userId),
      lt(listings.inReviewAt, holdsSince(ctx.now)),
    );
    const [held] = await tx
      .update(listings)
      .set({ inReviewBy: userId, inReviewAt: ctx.now })
      .where(and(eq(listings.id, listingId), takeOver ? undefined : free))
      .returning({ id: listings.id });
    return held ? done(null) : refused("held");
  });
}
