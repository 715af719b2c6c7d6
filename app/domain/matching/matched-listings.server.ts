import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { organizations } from "#db/schema/organizations.ts";
import type { District } from "../districts/districts.server.ts";
import { localDate } from "../districts/zone.ts";

export type MatchedListing = Awaited<ReturnType<typeof readMatched>>[number];

/**
 * What stands in Postgres now of the listings matched, in the order given; one that has left the list since is left out.
 * Dates are days of the district.
 */
export async function readMatched(db: Database, district: District, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      listing: listings,
      content: opportunityRevisions.content,
      organization: organizations.name,
    })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .innerJoin(opportunityRevisions, eq(opportunityRevisions.id, listings.publishedRevisionId))
    .where(and(eq(listings.districtId, district.id), eq(listings.state, "published"), inArray(listings.id, [...ids])));
  const byId = new Map(rows.map((row) => [row.listing.id, row]));
  const day = (instant: Date | null) => instant && localDate(instant, district.timeZone);
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { listing, organization } = row;
    const { kind, title, language, schedule, days, startTime, endTime, setting, city } = row.content;
    const { gradeMin, gradeMax, ageMin, ageMax, pay, earnsCredit } = row.content;
    return {
      id,
      slug: listing.slug,
      organization,
      kind,
      title,
      language,
      schedule,
      days,
      startTime,
      endTime,
      setting,
      city,
      gradeMin,
      gradeMax,
      ageMin,
      ageMax,
      pay,
      earnsCredit,
      subClusters: listing.subClusters ?? row.content.subClusters,
      publishedOn: day(listing.publishedAt),
      confirmedOn: day(listing.confirmedAt),
      closesOn: listing.closesOn,
    };
  });
}
