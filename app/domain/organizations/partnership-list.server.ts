/** The district's partners as a table: filtered, counted, ordered and cut into pages by the database. */
import { and, asc, eq, isNull, sql, type SQL } from "drizzle-orm";
import { organizations, partnershipDocuments, partnerships, vettingSteps } from "#db/schema/organizations.ts";
import type { Context, Coordinator } from "../context.ts";
import { addDays } from "../districts/zone.ts";
import { EXPIRING_DAYS } from "./documents.ts";
import { PARTNERS_PAGE_SIZE, type PartnerFilter, type PartnerSort } from "./partnership-filters.ts";
import { STANDINGS, type Standing } from "./partnership-lifecycle.ts";

/** The same as `standingOf`, in the database. */
const standingIn = (today: string) =>
  sql<Standing>`case when ${partnerships.status} = 'approved' and ${partnerships.inForceUntil} < ${today}::date
    then 'lapsed' else ${partnerships.status} end`;

const documents = partnershipDocuments;
type Narrowing = Omit<PartnerFilter, "show">;

/** Ends soon itself, or rests on a document that ran out or is about to and has no later one. */
function isExpiring(today: string): SQL<boolean> {
  const soon = addDays(today, EXPIRING_DAYS);
  return sql<boolean>`${partnerships.status} <> 'declined' and (
    (${partnerships.status} = 'approved' and ${partnerships.inForceUntil} between ${today}::date and ${soon}::date)
    or exists (select from ${documents} as held where held.partnership_id = ${partnerships.id}
      and held.removed_at is null and held.expires_on <= ${soon}::date
      and not exists (select from ${documents} as newer where newer.partnership_id = held.partnership_id
        and newer.kind = held.kind and newer.subject is not distinct from held.subject and newer.removed_at is null
        and (newer.expires_on is null or newer.expires_on > held.expires_on))))`;
}

/** A required step asks for a kind of document of which none holds today. */
const isMissing = (today: string) =>
  sql<boolean>`${partnerships.status} <> 'declined' and exists (select from ${vettingSteps} as step
    where step.district_id = ${partnerships.districtId} and step.retired_at is null and step.is_required
    and step.document_kind is not null
    and not exists (select from ${documents} as held where held.partnership_id = ${partnerships.id}
      and held.kind = step.document_kind and held.removed_at is null
      and (held.expires_on is null or held.expires_on >= ${today}::date)))`;

const filtered = ({ actor }: Context<Coordinator>, { q, sector, need }: Narrowing, today: string) =>
  and(
    eq(partnerships.districtId, actor.districtId),
    isNull(organizations.mergedIntoId),
    q ? sql`${organizations.name} ilike ${`%${q.replace(/[\\%_]/g, "\\$&")}%`}` : undefined,
    sector ? eq(organizations.sector, sector) : undefined,
    need ? (need === "expiring" ? isExpiring(today) : isMissing(today)) : undefined,
  );

/** How many stand where, of those the other filters let through. */
export async function countPartnerships(ctx: Context<Coordinator>, filter: Narrowing, today: string) {
  const standing = standingIn(today);
  const rows = await ctx.db
    .select({ standing, count: sql<number>`count(*)::int` })
    .from(partnerships)
    .innerJoin(organizations, eq(organizations.id, partnerships.organizationId))
    .where(filtered(ctx, filter, today))
    .groupBy(sql`1`);
  const counts = Object.fromEntries(STANDINGS.map((each) => [each, 0])) as Record<Standing, number>;
  for (const row of rows) counts[row.standing] = row.count;
  return { ...counts, all: rows.reduce((all, { count }) => all + count, 0) };
}

const ORDERS: Record<PartnerSort, SQL[]> = {
  waiting: [sql`case when ${partnerships.status} = 'requested' then ${partnerships.requestedAt} end asc nulls last`],
  until: [sql`${partnerships.inForceUntil} asc nulls last`],
  name: [],
};

interface Asked {
  filter: PartnerFilter;
  sort: PartnerSort;
  /** A day of the district. */
  today: string;
}

/** One page (from 1). */
export const listPartnerships = (ctx: Context<Coordinator>, { page, ...asked }: Asked & { page: number }) =>
  readPartnerships(ctx, asked)
    .limit(PARTNERS_PAGE_SIZE)
    .offset((page - 1) * PARTNERS_PAGE_SIZE);

/** All of them for a file: a district has hundreds. */
export async function* readAllPartnerships(ctx: Context<Coordinator>, asked: Asked): AsyncGenerator<PartnershipRow[]> {
  yield await readPartnerships(ctx, asked);
}

export type PartnershipRow = Awaited<ReturnType<typeof listPartnerships>>[number];

function readPartnerships(ctx: Context<Coordinator>, { filter, sort, today }: Asked) {
  const standing = standingIn(today);
  return ctx.db
    .select({
      id: partnerships.id,
      name: organizations.name,
      sector: organizations.sector,
      city: organizations.city,
      standing,
      inForceUntil: partnerships.inForceUntil,
      requestedAt: partnerships.requestedAt,
      isExpiring: isExpiring(today),
      isMissing: isMissing(today),
    })
    .from(partnerships)
    .innerJoin(organizations, eq(organizations.id, partnerships.organizationId))
    .where(and(filtered(ctx, filter, today), filter.show === "all" ? undefined : sql`${standing} = ${filter.show}`))
    .orderBy(...ORDERS[sort], asc(sql`lower(${organizations.name})`), asc(partnerships.id))
    .$dynamic();
}
