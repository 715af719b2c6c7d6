import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { pathways } from "#db/schema/districts.ts";
import { listings, listingViews } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions, type OpportunityContent } from "#db/schema/opportunities.ts";
import type { District } from "../districts/districts.server.ts";
import { endOfDay, localDate } from "../districts/zone.ts";
import { takesPlace } from "../listings/takes-place.ts";
import { listSubClusters } from "../interests/reference.server.ts";
import { NEEDS, type Need } from "../people/student-profile.ts";
import type { Learner } from "./learner.ts";
import { indexListings, type MatchableListing, type MatchIndex } from "./match-index.ts";
import { matchListings, type Matches } from "./match.ts";
import { weightsFrom } from "./weights.ts";

/** Matches on the district's list as it stands at `district.listVersion`; read what is shown from Postgres again. */
export async function listMatches(
  db: Database,
  district: District,
  learner: Learner,
  { now, limit }: { now: Date; limit: number },
): Promise<Matches> {
  return matchListings(await matchIndexOf(db, district, now), learner, now, limit);
}

/** Groups that listings are kept to, in the district's words. */
export async function listGroups(db: Database, district: District, now: Date): Promise<string[]> {
  const { listings } = await matchIndexOf(db, district, now);
  return [...new Set(listings.flatMap(({ onlyGroups }) => onlyGroups))].sort((a, b) => a.localeCompare(b));
}

/** Districts whose index is kept; the one asked for longest ago goes first. */
const KEPT = 40;
const kept = new Map<string, { of: string; index: Promise<MatchIndex> }>();

/** Made once per version of a district's list and day, also when many ask at the same moment. */
export function matchIndexOf(db: Database, district: District, now: Date): Promise<MatchIndex> {
  const day = localDate(now, district.timeZone);
  const of = `${district.listVersion} ${day}`;
  const found = kept.get(district.id);
  kept.delete(district.id);
  const entry = found?.of === of ? found : { of, index: readMatchIndex(db, district, day) };
  kept.set(district.id, entry);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? "");
  entry.index.catch(() => {
    if (kept.get(district.id) === entry) kept.delete(district.id);
  });
  return entry.index;
}

type MatchedContent = Pick<
  OpportunityContent,
  | "kind"
  | "subClusters"
  | "gradeMin"
  | "gradeMax"
  | "ageMin"
  | "ageMax"
  | "setting"
  | "transport"
  | "skills"
  | "pay"
  | "earnsCredit"
  | "languages"
  | "latitude"
  | "longitude"
  | "days"
  | "startTime"
  | "startsOn"
  | "endsOn"
  | "shifts"
>;

async function readMatchIndex(db: Database, district: District, day: string): Promise<MatchIndex> {
  const [rows, slugs, subClusters] = await Promise.all([
    publishedRows(db, district.id, day),
    db.select({ id: pathways.id, slug: pathways.slug }).from(pathways).where(eq(pathways.districtId, district.id)),
    listSubClusters(db),
  ]);
  const slugOf = new Map(slugs.map(({ id, slug }) => [id, slug]));
  return indexListings(
    rows.map((row) => matchable(row, slugOf, district.timeZone)),
    subClusters,
    { day, weights: weightsFrom(district.matchingWeights) },
  );
}

function publishedRows(db: Database, districtId: string, day: string) {
  return (
    db
      .select({
        listing: listings,
        // Up to yesterday, so that all day long the same address is answered the same.
        seen: sql`(select coalesce(sum(${listingViews.seen}), 0) from ${listingViews}
          where ${listingViews.listingId} = ${listings.id} and ${listingViews.day} < ${day})`.mapWith(Number),
        organizationId: opportunities.organizationId,
        // Long texts stay in the database: matching reads none of them.
        content: sql<MatchedContent>`${opportunityRevisions.content} - '{title,summary,description,tasks,requirements,howToAsk,titleEs,summaryEs,descriptionEs,requirementsEs}'::text[]`,
      })
      .from(listings)
      .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
      .innerJoin(opportunityRevisions, eq(opportunityRevisions.id, listings.publishedRevisionId))
      .where(and(eq(listings.districtId, districtId), eq(listings.state, "published")))
      // Of equal scores the newest is told first.
      .orderBy(desc(listings.publishedAt), listings.id)
  );
}

const BRINGS: Record<Need, (content: MatchedContent) => boolean> = {
  paid: ({ pay }) => pay === "paid" || pay === "stipend",
  credit: ({ earnsCredit }) => earnsCredit,
  hours: ({ kind }) => kind === "ServiceLearning",
};

type PublishedRow = Awaited<ReturnType<typeof publishedRows>>[number];

function matchable(
  { listing, organizationId, content, seen }: PublishedRow,
  slugOf: ReadonlyMap<string, string>,
  timeZone: string,
): MatchableListing {
  const publishedAt = listing.publishedAt ?? listing.createdAt;
  const { latitude, longitude } = content;
  return {
    id: listing.id,
    organizationId,
    kind: content.kind,
    subClusters: listing.subClusters ?? content.subClusters,
    pathways: listing.pathwayIds.flatMap((id) => slugOf.get(id) ?? []),
    gradeMin: content.gradeMin,
    gradeMax: content.gradeMax,
    ageMin: content.ageMin,
    ageMax: content.ageMax,
    schoolIds: listing.schoolIds,
    onlyGrades: listing.onlyGrades,
    onlyGroups: listing.onlyGroups,
    remote: content.setting === "remote",
    point: latitude !== null && longitude !== null ? { latitude, longitude } : null,
    lastInstant: listing.closesOn ? endOfDay(listing.closesOn, timeZone) : null,
    when: takesPlace(content),
    transport: content.transport,
    skills: content.skills,
    brings: NEEDS.filter((need) => BRINGS[need](content)),
    languages: content.languages,
    seen,
    publishedAt,
    confirmedAt: listing.confirmedAt ?? publishedAt,
  };
}
