import { and, asc, desc, eq, gte, isNull, lte, min, ne, or, sql, type SQL } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { organizations, partnerships } from "#db/schema/organizations.ts";
import type { Context, Coordinator } from "../context.ts";
import { isInForce } from "../organizations/standing.ts";
import { isUnanswered, lastWord } from "./freshness.server.ts";
import { CLOSING_SOON_DAYS, QUEUE_PAGE_SIZE, QUEUES, type Queue } from "./review-queue.ts";
import { todayIn } from "./review-subject.server.ts";

const isAwaiting = or(
  eq(listings.state, "submitted"),
  and(eq(listings.state, "published"), ne(listings.submittedRevisionId, listings.publishedRevisionId)),
);
const hasSuggestions = and(
  isNull(listings.subClusters),
  or(eq(listings.state, "published"), eq(listings.state, "approved"), eq(listings.state, "submitted")),
  eq(sql`${opportunityRevisions.content} ->> 'subClustersSuggested'`, "true"),
);
const isPublished = eq(listings.state, "published");

/** The text a coordinator judges, else the one readers see. */
const isJudgedText = eq(
  opportunityRevisions.id,
  sql`coalesce(${listings.submittedRevisionId}, ${listings.publishedRevisionId})`,
);

/** `lastDayOf` of that text. */
const lastDayOfText = sql`least(${opportunityRevisions.content} ->> 'closesOn', ${opportunityRevisions.content} ->> 'endsOn')`;

/**
 * One page (from 1) of the district's listings in a queue. What awaits a decision comes oldest first, what closes by
 * its last day, what a partner was asked about and has not confirmed by that partner's last word, the rest newest
 * change first.
 */
export async function listReviewQueue(ctx: Context<Coordinator>, { queue, page }: { queue: Queue; page: number }) {
  const today = await todayIn(ctx, ctx.actor.districtId);
  const rows = await ctx.db
    .select({
      id: listings.id,
      state: listings.state,
      title: sql<string>`${opportunityRevisions.content} ->> 'title'`,
      kind: sql<string | null>`${opportunityRevisions.content} ->> 'kind'`,
      isEdit: sql<boolean>`coalesce(${and(isPublished, isAwaiting)}, false)`,
      suggested: sql<boolean>`coalesce(${hasSuggestions}, false)`,
      organization: organizations.name,
      submittedAt: listings.submittedAt,
      confirmedAt: listings.confirmedAt,
      closesOn: sql<string | null>`coalesce(${listings.closesOn}::text, ${lastDayOfText})`,
      updatedAt: listings.updatedAt,
      partnership: { status: partnerships.status, inForceUntil: partnerships.inForceUntil },
    })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .innerJoin(opportunityRevisions, isJudgedText)
    .leftJoin(
      partnerships,
      and(eq(partnerships.organizationId, organizations.id), eq(partnerships.districtId, listings.districtId)),
    )
    .where(and(eq(listings.districtId, ctx.actor.districtId), inQueue(queue, today)))
    .orderBy(...orderOf(queue), asc(listings.id))
    .limit(QUEUE_PAGE_SIZE)
    .offset((page - 1) * QUEUE_PAGE_SIZE);
  return rows.map(({ partnership, ...row }) => ({
    ...row,
    standing: partnership?.status ?? null,
    inForce: isInForce(partnership, today),
  }));
}

export type QueueRow = Awaited<ReturnType<typeof listReviewQueue>>[number];

/** How many listings of the district are in each queue. */
export async function countQueues(ctx: Context<Coordinator>): Promise<Record<Queue, number>> {
  const today = await todayIn(ctx, ctx.actor.districtId);
  const tally = (queue: Queue) => sql`count(*) filter (where ${inQueue(queue, today)})`.mapWith(Number);
  const [counts] = await ctx.db
    .select(Object.fromEntries(QUEUES.map((queue) => [queue, tally(queue)])))
    .from(listings)
    .innerJoin(opportunityRevisions, isJudgedText)
    .where(eq(listings.districtId, ctx.actor.districtId));
  return counts as Record<Queue, number>;
}

/** When the submission that waits longest was sent; null: nothing waits. */
export async function oldestSubmission(ctx: Context<Coordinator>): Promise<Date | null> {
  const [oldest] = await ctx.db
    .select({ at: min(listings.submittedAt) })
    .from(listings)
    .where(and(eq(listings.districtId, ctx.actor.districtId), isAwaiting));
  return oldest?.at ?? null;
}

function inQueue(queue: Queue, today: string): SQL | undefined {
  switch (queue) {
    case "awaiting":
      return isAwaiting;
    case "suggestions":
      return hasSuggestions;
    case "closing":
      return and(
        isPublished,
        gte(listings.closesOn, today),
        lte(listings.closesOn, sql`${today}::date + ${CLOSING_SOON_DAYS}::int`),
      );
    case "unconfirmed":
      return and(isPublished, isUnanswered);
    default:
      return eq(listings.state, queue);
  }
}

function orderOf(queue: Queue): SQL[] {
  switch (queue) {
    case "awaiting":
      return [asc(listings.submittedAt)];
    case "closing":
      return [asc(listings.closesOn)];
    case "unconfirmed":
      return [asc(lastWord)];
    default:
      return [desc(listings.updatedAt)];
  }
}
