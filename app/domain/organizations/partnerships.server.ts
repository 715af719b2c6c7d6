import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { organizations, partnerships } from "#db/schema/organizations.ts";
import type { Context, Partner } from "../context.ts";
import { localDate } from "../districts/zone.ts";
import { isInForce, type Partnership } from "./standing.ts";

export interface PartnerDistrict {
  districtId: string;
  name: string;
  slug: string;
  timeZone: string;
  status: Partnership["status"];
  /** Approved, and not over today in the district's zone. */
  inForce: boolean;
}

/** Districts an organization may offer to: those that have not turned it down. Empty for another's organization. */
export async function listPartnerDistricts(ctx: Context<Partner>, organizationId: string): Promise<PartnerDistrict[]> {
  if (!ctx.actor.organizationIds.includes(organizationId)) return [];
  const rows = await ctx.db
    .select({ district: districts, partnership: partnerships })
    .from(partnerships)
    .innerJoin(districts, eq(districts.id, partnerships.districtId))
    .where(and(eq(partnerships.organizationId, organizationId), ne(partnerships.status, "declined")))
    .orderBy(asc(districts.name));
  return rows.map(({ district, partnership }) => ({
    districtId: district.id,
    name: district.name,
    slug: district.slug,
    timeZone: district.timeZone,
    status: partnership.status,
    inForce: isInForce(partnership, localDate(ctx.now, district.timeZone)),
  }));
}

/** The organizations a partner acts for, by name, and where they are. */
export function listOwnOrganizations(ctx: Context<Partner>) {
  return ctx.db
    .select({
      id: organizations.id,
      name: organizations.name,
      street: organizations.street,
      city: organizations.city,
      state: organizations.state,
      zip: organizations.zip,
    })
    .from(organizations)
    .where(inArray(organizations.id, ctx.actor.organizationIds))
    .orderBy(asc(organizations.name));
}
