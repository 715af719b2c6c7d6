import { and, asc, desc, eq, exists, sql, type SQL } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { organizations } from "#db/schema/organizations.ts";
import type { Context, Partner } from "../context.ts";
import { isOwn } from "./own.server.ts";

export interface OpportunityLine {
  id: string;
  organizationId: string;
  organizationName: string;
  kind: string | null;
  title: string;
  updatedAt: Date;
}

export type ListingState = (typeof listings.$inferSelect)["state"];

/** Only what stands so on a district's list. */
export interface Where {
  district: string;
  state: ListingState;
}

export const OPPORTUNITIES_PAGE_SIZE = 25;

/** One page (from 1) of what the partner's organizations wrote, last changed first. A file may have brought in hundreds. */
export function listOpportunities(
  ctx: Context<Partner>,
  { page, where }: { page: number; where?: Where | null },
): Promise<OpportunityLine[]> {
  return ctx.db
    .select({
      id: opportunities.id,
      organizationId: opportunities.organizationId,
      organizationName: organizations.name,
      kind: opportunities.kind,
      title: opportunities.title,
      updatedAt: opportunities.updatedAt,
    })
    .from(opportunities)
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .where(and(isOwn(ctx), where ? standsSo(ctx, where) : undefined))
    .orderBy(desc(opportunities.updatedAt), asc(opportunities.id))
    .limit(OPPORTUNITIES_PAGE_SIZE)
    .offset((page - 1) * OPPORTUNITIES_PAGE_SIZE);
}

export const countOpportunities = (ctx: Context<Partner>, where?: Where | null): Promise<number> =>
  ctx.db.$count(opportunities, and(isOwn(ctx), where ? standsSo(ctx, where) : undefined));

/** How many of the partner's listings are in which state on which list. */
export function countByState(ctx: Context<Partner>) {
  return ctx.db
    .select({
      district: districts.slug,
      districtName: districts.name,
      state: listings.state,
      count: sql`count(*)`.mapWith(Number),
    })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(districts, eq(districts.id, listings.districtId))
    .where(isOwn(ctx))
    .groupBy(districts.slug, districts.name, listings.state)
    .orderBy(asc(districts.name), asc(listings.state));
}

function standsSo({ db }: Context<Partner>, { district, state }: Where): SQL {
  return exists(
    db
      .select({ id: listings.id })
      .from(listings)
      .innerJoin(districts, eq(districts.id, listings.districtId))
      .where(
        and(eq(listings.opportunityId, opportunities.id), eq(districts.slug, district), eq(listings.state, state)),
      ),
  );
}
