import { and, asc, eq, gt, inArray, type SQL } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districtKinds, districts, pathways } from "#db/schema/districts.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { organizations } from "#db/schema/organizations.ts";
import { listingTranslations } from "#db/schema/translations.ts";
import {
  listCareerClusters,
  listSubClusters,
  type ClusterWording,
  type NamedSubCluster,
} from "../interests/reference.server.ts";
import { isKind, KINDS } from "../opportunities/kinds.ts";
import { isCheckedSpanish, olderSource, withDistrictSpanish } from "../translation/district-spanish.server.ts";
import { searchDocument, type CodeWords } from "./search-document.ts";

export type ListingDocument = ReturnType<typeof searchDocument>;

/** What the index must hold of these listings, and which of them it must not: those learners do not see. */
export async function readSearchDocuments(
  db: Database,
  listingIds: readonly string[],
  wordsOf: CodeWords,
): Promise<{ documents: ListingDocument[]; gone: string[] }> {
  if (!listingIds.length) return { documents: [], gone: [] };
  const documents = await build(db, await readRows(db, inArray(listings.id, [...listingIds])), wordsOf);
  const found = new Set(documents.map(({ id }) => id));
  return { documents, gone: listingIds.filter((id) => !found.has(id)) };
}

/** Every document the index must hold, `atOnce` at a time. */
export async function* readAllSearchDocuments(db: Database, wordsOf: CodeWords, atOnce = 500) {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await readRows(db, gt(listings.id, after), atOnce);
    if (!rows.length) return;
    yield await build(db, rows, wordsOf);
    after = rows.at(-1)!.listing.id;
  }
}

/** Listing id -> version of everything learners see. */
export async function readSearchableVersions(db: Database): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: listings.id, version: listings.version })
    .from(listings)
    .where(eq(listings.state, "published"));
  return new Map(rows.map(({ id, version }) => [id, version]));
}

function readRows(db: Database, which: SQL, limit = 10_000) {
  return db
    .select({
      listing: listings,
      content: opportunityRevisions.content,
      organization: { id: organizations.id, name: organizations.name, sector: organizations.sector },
      timeZone: districts.timeZone,
      clusterWording: districts.clusterWording,
      translation: listingTranslations,
      olderSource,
    })
    .from(listings)
    .innerJoin(opportunityRevisions, eq(opportunityRevisions.id, listings.publishedRevisionId))
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .innerJoin(districts, eq(districts.id, listings.districtId))
    .leftJoin(listingTranslations, isCheckedSpanish)
    .where(and(eq(listings.state, "published"), which))
    .orderBy(asc(listings.id))
    .limit(limit);
}

async function build(db: Database, rows: Awaited<ReturnType<typeof readRows>>, wordsOf: CodeWords) {
  const codes = await namesOfCodes(db);
  const kindSettings = await settingsOfKinds(db);
  const ofDistrict = new Map(
    (await db.select().from(pathways)).map((pathway) => [`${pathway.districtId}/${pathway.id}`, pathway]),
  );
  return rows.map(({ listing, content, organization, timeZone, clusterWording, ...spanish }) =>
    searchDocument(
      {
        listing: { ...listing, publishedAt: listing.publishedAt ?? listing.createdAt },
        ...{ content: withDistrictSpanish(content, spanish), organization, timeZone },
        pathways: listing.pathwayIds.flatMap((id) => ofDistrict.get(`${listing.districtId}/${id}`) ?? []),
        kindSetting: kindSettings(listing.districtId, content.kind),
        subClusters: (listing.subClusters ?? content.subClusters).flatMap(
          (code) => codes[clusterWording].get(code) ?? [],
        ),
      },
      wordsOf,
    ),
  );
}

/** Of each wording a district may have chosen. */
async function namesOfCodes(db: Database) {
  const subClusters = await listSubClusters(db);
  const namesIn = async (wording: ClusterWording) => {
    const clusters = new Map((await listCareerClusters(db, wording)).map((cluster) => [cluster.code, cluster]));
    const namesOf = ({ code, clusterCode, name, nameEs }: NamedSubCluster) => {
      const cluster = clusters.get(clusterCode);
      return { code, clusterCode, names: [name, nameEs, cluster?.name ?? "", cluster?.nameEs ?? ""] };
    };
    return new Map(subClusters.map((sub) => [sub.code, namesOf(sub)]));
  };
  return { national_2024: await namesIn("national_2024"), classic: await namesIn("classic") };
}

/** Of each district; what it says nothing of is as ours. */
async function settingsOfKinds(db: Database) {
  const rows = await db.select().from(districtKinds);
  const own = new Map(rows.map((row) => [`${row.districtId}/${row.kind}`, row]));
  return (districtId: string, code: string | null) => {
    const kind = code !== null && isKind(code) ? code : "Other";
    const { name = null, nameEs = null, stage = null, counts5s3 = false } = own.get(`${districtId}/${kind}`) ?? {};
    return { names: [name, nameEs].flatMap((it) => it ?? []), stage: stage ?? KINDS[kind].stage, counts5s3 };
  };
}
