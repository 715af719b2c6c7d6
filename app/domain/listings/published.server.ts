/**
 * What readers of a district's list may see, always from Postgres: a search engine only says which listings to look at,
 * and one that has left the list since is not among the answers.
 */
import { and, count, desc, eq, gte, inArray, isNotNull, isNull, lt, ne, or, sql, type SQL } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { organizations } from "#db/schema/organizations.ts";
import { listingTranslations } from "#db/schema/translations.ts";
import type { District } from "../districts/districts.server.ts";
import { endOfDay, localDate } from "../districts/zone.ts";
import { isCheckedSpanish, olderSource, withDistrictSpanish } from "../translation/district-spanish.server.ts";
import type { Listing } from "./lifecycle.ts";

type Row = Awaited<ReturnType<typeof readRows>>[number];
/** Everything of an opportunity but whom the district calls. */
export type PublicContent = Omit<Row["content"], "contactName" | "contactEmail" | "contactPhone">;

export function publicContent({ contactName: _n, contactEmail: _e, contactPhone: _p, ...content }: Row["content"]) {
  return content satisfies PublicContent;
}

export interface PublishedListing {
  id: string;
  slug: string;
  content: PublicContent;
  organization: { id: string; name: string; sector: Row["sector"]; about: string | null; website: string | null };
  /** The district's, else the partner's. */
  subClusters: string[];
  pathwayIds: string[];
  labels: string[];
  schoolIds: string[];
  onlyGrades: number[];
  onlyGroups: string[];
  noteToReaders: string | null;
  publishedAt: Date | null;
  confirmedAt: Date | null;
  /** Days in the district's zone. */
  publishedOn: string | null;
  confirmedOn: string | null;
  closesOn: string | null;
  /** When the text readers see was written. */
  revisedAt: Date;
  /** Grows with each change. */
  version: number;
}

/** Those of `ids` that stand on the list at `now`, in the order given. */
export async function listPublished(
  db: Database,
  district: District,
  ids: readonly string[],
  now: Date,
): Promise<PublishedListing[]> {
  if (ids.length === 0) return [];
  const rows = await readRows(db, and(onList(district, now), inArray(listings.id, [...ids])));
  const byId = new Map(rows.map((row) => [row.listing.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [published(row, district)] : [];
  });
}

/** District id -> how many stand on its list, to the day the clock comes by. */
export async function countListed(db: Database): Promise<Map<string, number>> {
  const rows = await db
    .select({ districtId: listings.districtId, number: count() })
    .from(listings)
    .where(eq(listings.state, "published"))
    .groupBy(listings.districtId);
  return new Map(rows.map(({ districtId, number }) => [districtId, number]));
}

/** All that stands on the list at `now`, however much. */
export async function listWhole(db: Database, district: District, now: Date): Promise<PublishedListing[]> {
  const rows = await readRows(db, onList(district, now));
  return rows.map((row) => published(row, district));
}

export interface ListedDates {
  publishedAt: Date | null;
  closesOn: string | null;
}

/** What stands on the list at `now` may be sorted by, without its texts. */
export async function listDates(db: Database, district: District, now: Date): Promise<Map<string, ListedDates>> {
  const { id, publishedAt, closesOn } = listings;
  const rows = await db.select({ id, publishedAt, closesOn }).from(listings).where(onList(district, now));
  return new Map(rows.map(({ id, ...dates }) => [id, dates]));
}

export type ListingPage =
  | { state: "published"; listing: PublishedListing }
  /** It stood on the list and no longer does. */
  | { state: "over"; title: string; why: WhyOver; endedAt: Date };

type WhyOver = "closed" | "expired" | "suspended";

export interface EndedListing extends PublishedListing {
  endedAt: Date;
}

/** What stood on the list once and left it, since an instant where one is given; `ids`: of these. */
export async function listEnded(
  db: Database,
  district: District,
  { now, since, ids }: { now: Date; since: Date | null; ids?: readonly string[] },
): Promise<EndedListing[]> {
  const today = localDate(now, district.timeZone);
  const lapsed = and(eq(listings.state, "published"), lt(listings.closesOn, today));
  const ended = or(inArray(listings.state, ["closed", "expired", "suspended"]), lapsed);
  const which = and(
    eq(listings.districtId, district.id),
    and(isNotNull(listings.publishedAt), ended, since ? gte(listings.updatedAt, since) : undefined),
    ids && inArray(listings.id, [...ids]),
  );
  if (ids?.length === 0) return [];
  const rows = await readRows(db, which);
  return rows.map((row) => ({ ...published(row, district), endedAt: endOf(row.listing, district, today) }));
}

/** The page at an address; null when nothing was ever published there. */
export async function getPublished(
  db: Database,
  district: District,
  slug: string,
  now: Date,
): Promise<ListingPage | null> {
  return (await listPages(db, district, [slug], now)).get(slug) ?? null;
}

/** The same by the listing's id. */
export async function getPublishedById(
  db: Database,
  district: District,
  id: string,
  now: Date,
): Promise<ListingPage | null> {
  const [row] = await readRows(db, and(eq(listings.districtId, district.id), eq(listings.id, id)));
  return row ? pageOf(row, district, now) : null;
}

/** The pages at several addresses, in the order given; left out where nothing was ever published. */
export async function listPages(
  db: Database,
  district: District,
  slugs: readonly string[],
  now: Date,
): Promise<Map<string, ListingPage>> {
  if (slugs.length === 0) return new Map();
  const rows = await readRows(db, and(eq(listings.districtId, district.id), inArray(listings.slug, [...slugs])));
  const bySlug = new Map(rows.map((row) => [row.listing.slug, pageOf(row, district, now)]));
  return new Map(
    slugs.flatMap((slug) => {
      const page = bySlug.get(slug);
      return page ? [[slug, page] as const] : [];
    }),
  );
}

function pageOf(row: Row, district: District, now: Date): ListingPage | null {
  const today = localDate(now, district.timeZone);
  const why = whyOver(row.listing, today);
  if (why) return { state: "over", title: row.content.title, why, endedAt: endOf(row.listing, district, today) };
  return row.listing.state === "published" ? { state: "published", listing: published(row, district) } : null;
}

/** Others on the list like this one: shared sub-clusters count most, then the kind, then how near it is. */
export async function listSimilar(
  db: Database,
  district: District,
  to: PublishedListing,
  { now, limit }: { now: Date; limit: number },
): Promise<PublishedListing[]> {
  const { kind, latitude, longitude } = to.content;
  const codes = sql`array[${sql.join(
    to.subClusters.map((code) => sql`${code}`),
    sql`, `,
  )}]::text[]`;
  const own = sql`coalesce(${listings.subClusters}, ${opportunities.subClusters})`;
  const shared = sql`(select count(*) from unnest(${own}) as own(code) where own.code = any(${codes}))`;
  const sameCluster = sql`(select count(*) from unnest(${own}) as own(code), unnest(${codes}) as his(code) where left(own.code, 4) = left(his.code, 4))`;
  const far = sql`coalesce(abs(${opportunities.latitude} - ${latitude}) + abs(${opportunities.longitude} - ${longitude}), 9)`;
  const score = sql`3 * ${shared} + least(${sameCluster}, 2) + (${opportunities.kind} = ${kind})::int - least(${far}, 1)`;
  const rows = await readRows(db, and(onList(district, now), ne(listings.id, to.id)), { order: desc(score), limit });
  return rows.map((row) => published(row, district));
}

export function onList(district: District, now: Date): SQL | undefined {
  const today = localDate(now, district.timeZone);
  return and(
    eq(listings.districtId, district.id),
    eq(listings.state, "published"),
    or(isNull(listings.closesOn), gte(listings.closesOn, today)),
  );
}

function whyOver({ state, closesOn, publishedAt }: Listing, today: string) {
  // Closed before anyone saw it: there is nothing to be over.
  if (!publishedAt) return null;
  if (state === "closed" || state === "expired" || state === "suspended") return state;
  return state === "published" && closesOn !== null && closesOn < today ? ("expired" as const) : null;
}

/** With its last day, also before the clock has come by; else with the change that ended it. */
function endOf({ state, closesOn, closedAt, updatedAt }: Listing, { timeZone }: District, today: string): Date {
  if (state === "published" && closesOn !== null && closesOn < today) return endOfDay(closesOn, timeZone);
  return closedAt ?? updatedAt;
}

function readRows(db: Database, where: SQL | undefined, { order, limit }: { order?: SQL; limit?: number } = {}) {
  const query = db
    .select({
      listing: listings,
      content: opportunityRevisions.content,
      revisedAt: opportunityRevisions.createdAt,
      translation: listingTranslations,
      olderSource,
      organizationId: organizations.id,
      organizationName: organizations.name,
      sector: organizations.sector,
      about: organizations.about,
      website: organizations.website,
    })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .innerJoin(opportunityRevisions, eq(opportunityRevisions.id, listings.publishedRevisionId))
    .leftJoin(listingTranslations, isCheckedSpanish)
    .where(where)
    .orderBy(...(order ? [order] : []), listings.id);
  return limit === undefined ? query : query.limit(limit);
}

function published({ listing, content, ...row }: Row, district: District): PublishedListing {
  const day = (instant: Date | null) => instant && localDate(instant, district.timeZone);
  const { id, slug, pathwayIds, labels, schoolIds, noteToReaders, publishedAt, confirmedAt, closesOn } = listing;
  const { onlyGrades, onlyGroups, version } = listing;
  return {
    ...{ onlyGrades, onlyGroups, version, revisedAt: later(row.revisedAt, row.translation?.checkedAt) },
    ...{ id, slug, pathwayIds, labels, schoolIds, noteToReaders, publishedAt, confirmedAt, closesOn },
    content: publicContent(withDistrictSpanish(content, row)),
    organization: {
      id: row.organizationId,
      name: row.organizationName,
      sector: row.sector,
      about: row.about,
      website: row.website,
    },
    subClusters: listing.subClusters ?? content.subClusters,
    publishedOn: day(publishedAt),
    confirmedOn: day(confirmedAt),
  };
}

const later = (a: Date, b: Date | null | undefined) => (b && b > a ? b : a);
