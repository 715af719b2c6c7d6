import { alias } from "drizzle-orm/pg-core";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { organizations, partnerships } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import type { Context, Coordinator } from "../context.ts";
import { localDate } from "../districts/zone.ts";
import { areUnclaimed } from "../opportunities/claiming.server.ts";
import { kindsOf, RULE_FILTERS, type RuleFilter } from "../opportunities/finding-kinds.ts";
import { isInForce } from "../organizations/standing.ts";
import {
  fits,
  hasNobodyToAsk,
  hasSuggestions,
  inQueue,
  isAssigned,
  isAwaiting,
  isEdit,
  isJudgedText,
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

type Asked = Pick<Criteria, "queue"> & Filters & { sort?: Criteria["sort"] };

/** One page (from 1) of the district's listings in a queue, as its filters narrow it. */
export async function listReviewQueue(
  ctx: Context<Coordinator>,
  { page, size = QUEUE_PAGE_SIZE, ...asked }: Asked & { page: number; size?: number },
) {
  const moment = await momentOf(ctx);
  const ids = await findIds(ctx, asked, moment)
    .limit(size)
    .offset((page - 1) * size);
  return readRows(ctx, ids, moment);
}

const AT_ONCE = 500;

/** The whole queue, some rows at a time, for a file: which rows, and in which order, is settled before the first. */
export async function* readWholeQueue(ctx: Context<Coordinator>, asked: Asked): AsyncGenerator<QueueRow[]> {
  const moment = await momentOf(ctx);
  const ids = await findIds(ctx, asked, moment);
  for (let at = 0; at < ids.length; at += AT_ONCE) yield await readRows(ctx, ids.slice(at, at + AT_ONCE), moment);
}

type Found = { id: string }[];

/**
 * In the order they are read. Beside the rows themselves, so that no text is unpacked that is not shown; outer joins,
 * since Postgres leaves those out which nothing asks about.
 */
const findIds = (ctx: Context<Coordinator>, { queue, sort, ...filters }: Asked, moment: Moment) =>
  ctx.db
    .select({ id: listings.id })
    .from(listings)
    .leftJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .leftJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .leftJoin(opportunityRevisions, isJudgedText)
    .where(and(own(ctx), inQueue(queue, moment), fits(ctx, filters, moment)))
    .orderBy(...orderOf({ queue, sort }), asc(listings.id))
    .$dynamic();

async function readRows(ctx: Context<Coordinator>, found: Found, moment: Moment) {
  const ids = found.map(({ id }) => id);
  const rows = await ctx.db
    .select({
      id: listings.id,
      version: listings.version,
      state: listings.state,
      title: titleOfText,
      summary: sql<string | null>`${opportunityRevisions.content} ->> 'summary'`,
      kind: opportunityRevisions.kind,
      isEdit: sql<boolean>`coalesce(${isEdit}, false)`,
      isAwaiting: sql<boolean>`coalesce(${isAwaiting}, false)`,
      suggested: sql<boolean>`coalesce(${hasSuggestions}, false)`,
      findings: opportunityRevisions.findings,
      labels: listings.labels,
      organization: organizations.name,
      assignedTo: assignee.name,
      isEntered: sql<boolean>`${areUnclaimed}`,
      nobodyToAsk: sql<boolean>`${hasNobodyToAsk}`,
      isMine: sql<boolean>`coalesce(${listings.assignedTo} = ${ctx.actor.userId}, false)`,
      hold: { userId: listings.inReviewBy, name: holder.name, since: listings.inReviewAt },
      secondedBy: listings.secondedBy,
      submittedAt: listings.submittedAt,
      confirmedAt: listings.confirmedAt,
      closesOn: sql<string | null>`coalesce(${listings.closesOn}::text, ${opportunityRevisions.lastDay})`,
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
    .where(and(own(ctx), inArray(listings.id, ids)));
  const place = new Map(ids.map((id, at) => [id, at]));
  return rows
    .sort((a, b) => place.get(a.id)! - place.get(b.id)!)
    .map(({ partnership, hold, secondedBy, findings, ...row }) => ({
      ...row,
      found: kindsOf(findings ?? []),
      inReviewBy: heldBy(hold, ctx),
      isSeconded: secondedBy !== null,
      standing: partnership?.status ?? null,
      inForce: isInForce(partnership, moment.today),
    }));
}

export type QueueRow = Awaited<ReturnType<typeof readRows>>[number];

/** How many listings of the district are in each queue, as the filters narrow them. */
export async function countQueues(ctx: Context<Coordinator>, filters: Filters = {}): Promise<Record<Queue, number>> {
  const moment = await momentOf(ctx);
  const tally = (queue: Queue) => sql`count(*) filter (where ${inQueue(queue, moment)})`.mapWith(Number);
  const [counts] = await ctx.db
    .select(Object.fromEntries(QUEUES.map((queue) => [queue, tally(queue)])))
    .from(listings)
    .leftJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .leftJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .leftJoin(opportunityRevisions, isJudgedText)
    .where(and(own(ctx), fits(ctx, filters, moment)));
  return counts as Record<Queue, number>;
}

/** How many wait for a decision: what the desk says on every page. */
export const countAwaiting = (ctx: Context<Coordinator>): Promise<number> =>
  ctx.db.$count(listings, and(own(ctx), isAwaiting));

export interface FilterCounts {
  kinds: Map<string, number>;
  sectors: Map<string, number>;
  assigned: Record<(typeof ASSIGNED)[number], number>;
  rules: Record<RuleFilter, number>;
}

/** How many of the queue each choice of a filter would leave, beside what the other filters ask for. */
export async function countFilters(ctx: Context<Coordinator>, { queue, ...asked }: Criteria): Promise<FilterCounts> {
  const moment = await momentOf(ctx);
  const { kind, sector, assigned, rules, ...rest } = asked;
  const but = (filters: Filters) => fits(ctx, filters, moment) ?? sql`true`;
  const tally = (which: ReturnType<typeof but>) => sql`count(*) filter (where ${which})`.mapWith(Number);
  const rows = await ctx.db
    .select({
      kind: opportunityRevisions.kind,
      sector: organizations.sector,
      grouping: sql`grouping(${opportunityRevisions.kind}, ${organizations.sector})`.mapWith(Number),
      ofKind: tally(but({ sector, assigned, rules })),
      ofSector: tally(but({ kind, assigned, rules })),
      ...Object.fromEntries(
        ASSIGNED.map((to) => [to, tally(and(but({ kind, sector, rules }), isAssigned(to, ctx.actor.userId))!)]),
      ),
      ...Object.fromEntries(RULE_FILTERS.map((each) => [each, tally(but({ kind, sector, assigned, rules: each }))])),
    })
    .from(listings)
    .leftJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .leftJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .leftJoin(opportunityRevisions, isJudgedText)
    .where(and(own(ctx), inQueue(queue, moment), fits(ctx, rest, moment)))
    .groupBy(sql`grouping sets ((1), (2), ())`);
  const all = rows.find((row) => row.grouping === 3) as unknown as Record<string, number> | undefined;
  const each = <T extends string>(choices: readonly T[]) =>
    Object.fromEntries(choices.map((choice) => [choice, all?.[choice] ?? 0])) as Record<T, number>;
  return {
    kinds: new Map(rows.flatMap((row) => (row.grouping === 1 && row.kind ? [[row.kind, row.ofKind] as const] : []))),
    sectors: new Map(
      rows.flatMap((row) => (row.grouping === 2 && row.sector ? [[row.sector, row.ofSector] as const] : [])),
    ),
    assigned: each(ASSIGNED),
    rules: each(RULE_FILTERS),
  };
}

const own = ({ actor }: Context<Coordinator>) => eq(listings.districtId, actor.districtId);

async function momentOf({ db, actor, now }: Context<Coordinator>): Promise<Moment> {
  const { timeZone } = districts;
  const [district] = await db.select({ timeZone }).from(districts).where(eq(districts.id, actor.districtId));
  if (!district) throw new Error(`no district ${actor.districtId}`);
  return { today: localDate(now, district.timeZone), timeZone: district.timeZone };
}
