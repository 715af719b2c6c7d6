import type { Context, Coordinator } from "#app/domain/context.ts";
import { listAskings } from "#app/domain/listings/asking-to-claim.server.ts";
import { getEntered } from "#app/domain/listings/on-behalf.server.ts";
import type { ReviewDetail } from "#app/domain/listings/review-detail.server.ts";
import { answeringFor } from "#app/domain/mail/recipients.server.ts";

/** How it came in, whether its partner was asked to claim it, and what is left to do; null: its partner wrote it. */
export async function readEntered(
  ctx: Context<Coordinator>,
  { listing, entered, organization }: ReviewDetail,
  at: (instant: Date) => string,
) {
  if (!entered) return null;
  const [askings, people, found] = await Promise.all([
    listAskings(ctx, listing.id),
    answeringFor(ctx, organization.id),
    getEntered(ctx, listing.id),
  ]);
  const [last] = askings;
  const isUnclaimed = entered.claimedAt === null;
  return {
    by: entered.by,
    at: at(entered.at),
    claimedAt: entered.claimedAt && at(entered.claimedAt),
    askedAt: last ? at(last.at) : null,
    mayCorrect: found?.mayCorrect ?? false,
    /** Nobody is mailed what is decided. */
    hasNobody: isUnclaimed && people.length === 0,
    mayAsk: isUnclaimed && (people.length > 0 || Boolean(found?.opportunity.contactEmail)),
    idempotencyKey: crypto.randomUUID(),
  };
}

export type EnteredFacts = NonNullable<Awaited<ReturnType<typeof readEntered>>>;
