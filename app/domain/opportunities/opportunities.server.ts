import { desc, eq } from "drizzle-orm";
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

/** What the partner's organizations wrote, last changed first. A file may have brought in hundreds. */
export function listOpportunities(ctx: Context<Partner>): Promise<OpportunityLine[]> {
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
    .where(isOwn(ctx))
    .orderBy(desc(opportunities.updatedAt))
    .limit(500);
}
