import { asc, eq } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { listings } from "#db/schema/listings.ts";
import type { Context, Partner } from "../context.ts";
import { listBreaks } from "../districts/school-breaks.server.ts";
import { localDate } from "../districts/zone.ts";
import { checkWork, type Circumstances, type Finding } from "../opportunities/check-work.ts";
import type { OwnOpportunity } from "../opportunities/drafting.server.ts";

/** The rule check of what a partner wrote, by the school calendar of the district it was offered to first. */
export async function checkPosting(ctx: Context<Partner>, opportunity: OwnOpportunity): Promise<Finding[]> {
  const [district] = await ctx.db
    .select({ id: districts.id, timeZone: districts.timeZone })
    .from(listings)
    .innerJoin(districts, eq(districts.id, listings.districtId))
    .where(eq(listings.opportunityId, opportunity.id))
    .orderBy(asc(listings.createdAt))
    .limit(1);
  const around: Circumstances = {
    today: localDate(ctx.now, district?.timeZone ?? "UTC"),
    schoolBreaks: district ? await listBreaks(ctx.db, district.id) : [],
    sector: opportunity.organization.sector,
  };
  return checkWork(opportunity, around);
}
