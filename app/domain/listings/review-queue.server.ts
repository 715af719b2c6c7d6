import { alias } from "drizzle-orm/pg-core";
import { and, asc, eq, sql } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { organizations, partnerships } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import type { Context, Coordinator } from "../context.ts";
import { localDate } from "../districts/zone.ts";
import { isInForce } from "../organizations/standing.ts";
import {
  fits,
  hasSuggestions,
  inQueue,
  isAssigned,
  isAwaiting,
  isEdit,
  isJudgedText,
  kindOfText,
  lastDayOfText,
  orderOf,
  titleOfText,
  type Filters,
  type Moment,
} from "./queue-conditions.server.ts";
import { ASSIGNED, type Criteria } from "./review-criteria.ts";
import { heldBy } from "./review-holds.ts";
import { QUEUE_PAGE_SIZE, QUEUES, type Queue } from "./review-queue.ts";

const assignee = alias(users, "assignee");
const holder = alias(users, "holder");

type Asked = Pick<Criteria, "queue" | "page"> & Filters & { sort?: Criteria["sort"] };

/** One page (from 1) of the district's listings in a queue, as its filters narrow it. */
export async function listReviewQueue(ctx: Context<Coordinator>, { queue, page, sort, ...filters }: Asked) {
  const moment = await momentOf(ctx);
  const rows = await ctx.db
    .select({
      id: listings.id,
      version: listings.version,
      state: listings.state,
      title: titleOfText,
      summary: sql<string | null>`${opportunityRevisions.content} ->> 'summary'`,
      kind: kindOfText,
      isEdit: sql<boolean>`coalesce(${isEdit}, false)`,
      isAwaiting: sql<boolean>`coalesce(${isAwaiting}, false)`,
      suggested: sql<boolean>`coalesce(${hasSuggestions}, false)`,
      labels: listings.labels,
      organization: organizations.name,
      assignedTo: assignee.name,
      isMine: sql<boolean>`coalesce(${listings.assignedTo} = ${ctx.actor.userId}, false)`,
      hold: { userId: listings.inReviewBy, name: holder.name, since: listings.inReviewAt },
      secondedBy: listings.secondedBy,
      submittedAt: listings.submittedAt,
      confirmedAt: listings.confirmedAt,
      closesOn: sql<string | null>`coalesce(${listings.closesOn}::text, ${lastDayOfText})`,
      partnership: { status: partnerships.status, inForceUntil: partnerships.inForceUntil },
    })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .innerJoin(opportunityRevisions, isJudgedText)
    .leftJoin(assignee, eq(assignee.id, listings.assignedTo))
    .leftJoin(holder, eq(holder.id, listings.inReviewBy))
    .leftJoin(
      partnerships,
      and(eq(partnerships.organizationId, organizations.id), eq(partnerships.districtId, listings.districtId)),
    )
    .where(and(own(ctx), inQueue(queue, moment), fits(ctx, filters, moment)))
    .orderBy(...orderOf({ queue, sort }), asc(listings.id))
    .limit(QUEUE_PAGE_SIZE)
    .offset((page - 1) * QUEUE_PAGE_SIZE);
  return rows.map(({ partnership, hold, secondedBy, ...row }) => ({
    ...row,
    inReviewBy: heldBy(hold, ctx),
    isSeconded: secondedBy !== null,
    standing: partnership?.status ?? null,
    inForce: isInForce(partnership, moment.today),
  }));
}

export type QueueRow = Awaited<ReturnType<typeof listReviewQueue>>[number];

/** How many listings of the district are in each queue, as the filters narrow them. */
export async function countQueues(ctx: Context<Coordinator>, filters: Filters = {}): Promise<Record<Queue, number>> {
  const moment = await momentOf(ctx);
  const tally = (queue: Queue) => sql`count(*) filter (where ${inQueue(queue, moment)})`.mapWith(Number);
  const [counts] = await ctx.db
    .select(Object.fromEntries(QUEUES.map((queue) => [queue, tally(queue)])))
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .innerJoin(opportunityRevisions, isJudgedText)
    .where(and(own(ctx), fits(ctx, filters, moment)));
  return counts as Record<Queue, number>;
}

export interface FilterCounts {
  kinds: Map<string, number>;
  sectors: Map<string, number>;
  assigned: Record<(typeof ASSIGNED)[number], number>;
}

/** How many of the queue each choice of a filter would leave, beside what the other filters ask for. */
export async function countFilters(ctx: Context<Coordinator>, { queue, ...asked }: Criteria): Promise<FilterCounts> {
  const moment = await momentOf(ctx);
  const { kind, sector, assigned, ...rest } = asked;
  const but = (filters: Filters) => fits(ctx, filters, moment) ?? sql`true`;
  const tally = (which: ReturnType<typeof but>) => sql`count(*) filter (where ${which})`.mapWith(Number);
  const rows = await ctx.db
    .select({
      kind: kindOfText,
      sector: organizations.sector,
      grouping: sql`grouping(${kindOfText}, ${organizations.sector})`.mapWith(Number),
      ofKind: tally(but({ sector, assigned })),
      ofSector: tally(but({ kind, assigned })),
      ...Object.fromEntries(
        ASSIGNED.map((to) => [to, tally(and(but({ kind, sector }), isAssigned(to, ctx.actor.userId))!)]),
      ),
    })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .innerJoin(opportunityRevisions, isJudgedText)
    .where(and(own(ctx), inQueue(queue, moment), fits(ctx, rest, moment)))
    .groupBy(sql`grouping sets ((1), (2), ())`);
  const all = rows.find((row) => row.grouping === 3) as unknown as FilterCounts["assigned"] | undefined;
  return {
    kinds: new Map(rows.flatMap((row) => (row.grouping === 1 && row.kind ? [[row.kind, row.ofKind] as const] : []))),
    sectors: new Map(rows.flatMap((row) => (row.grouping === 2 ? [[row.sector, row.ofSector] as const] : []))),
    assigned: { me: all?.me ?? 0, nobody: all?.nobody ?? 0, someone: all?.someone ?? 0 },
  };
}

const own = ({ actor }: Context<Coordinator>) => eq(listings.districtId, actor.districtId);

async function momentOf({ db, actor, now }: Context<Coordinator>): Promise<Moment> {
  const { timeZone } = districts;
  const [district] = await db.select({ timeZone }).from(districts).where(eq(districts.id, actor.districtId));
  if (!district) throw new Error(`no district ${actor.districtId}`);
  return { today: localDate(now, district.timeZone), timeZone: district.timeZone };
}
