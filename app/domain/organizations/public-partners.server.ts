/**
 * A district's partners as readers see them: those whose partnership is in force today, and of each only what it says
 * of itself. How it stands with the district, its papers and its people are nobody's business here.
 */
import { and, asc, desc, eq, gte, inArray, isNull, or, sql, type SQL } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { organizations, partnerships } from "#db/schema/organizations.ts";
import type { District } from "../districts/districts.server.ts";
import { localDate } from "../districts/zone.ts";
import { describePicture } from "../files/pictures.server.ts";
import type { ShownPicture } from "../files/picture.ts";
import { listPublished, type PublishedListing } from "../listings/published.server.ts";
import type { Organization, Site } from "./profile.ts";
import type { Sector } from "./sectors.ts";
import { sitesOf } from "./sites.server.ts";

/** More are found by searching for its name. */
export const MOST_SHOWN = 48;

export interface PublicPartner extends Pick<
  Organization,
  | "id"
  | "name"
  | "sector"
  | "about"
  | "website"
  | "street"
  | "city"
  | "state"
  | "zip"
  | "latitude"
  | "longitude"
  | "languages"
  | "access"
> {
  logo: ShownPicture | null;
  sites: Site[];
  listings: PublishedListing[];
  /** Of all its listings on this district's list. */
  count: number;
}

/** Null: not there, or no partner of this district today. */
export async function getPartner(
  db: Database,
  district: District,
  organizationId: string,
  now: Date,
): Promise<PublicPartner | null> {
  const [found] = await db
    .select({ organization: organizations })
    .from(organizations)
    .innerJoin(partnerships, eq(partnerships.organizationId, organizations.id))
    .where(and(eq(organizations.id, organizationId), inForceIn(district, now)));
  if (!found) return null;
  const { id, name, sector, about, website, languages, access, logoId, ...rest } = found.organization;
  const { street, city, state, zip, latitude, longitude } = rest;
  const [listed, sites, logo] = await Promise.all([
    db
      .select({ id: listings.id })
      .from(listings)
      .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
      .where(and(eq(opportunities.organizationId, id), onList(district, now)))
      .orderBy(desc(listings.publishedAt), asc(listings.id)),
    sitesOf(db, id),
    describePicture(db, { pictureId: logoId, pictureAlt: name }),
  ]);
  const shown = listed.slice(0, MOST_SHOWN).map((listing) => listing.id);
  return {
    ...{ id, name, sector, about, website, street, city, state, zip, latitude, longitude, languages, access },
    ...{ logo, sites, count: listed.length },
    listings: await listPublished(db, district, shown, now),
  };
}

export interface PartnerLine {
  id: string;
  name: string;
  sector: Sector;
  /** Its listings on the list today. */
  count: number;
}

/** By name. */
export function listPartners(db: Database, district: District, now: Date): Promise<PartnerLine[]> {
  const own = db
    .select({ organizationId: opportunities.organizationId, count: sql<number>`count(*)::int`.as("count") })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .where(onList(district, now))
    .groupBy(opportunities.organizationId)
    .as("own");
  return db
    .select({
      id: organizations.id,
      name: organizations.name,
      sector: organizations.sector,
      count: sql<number>`coalesce(${own.count}, 0)`.mapWith(Number),
    })
    .from(organizations)
    .innerJoin(partnerships, eq(partnerships.organizationId, organizations.id))
    .leftJoin(own, eq(own.organizationId, organizations.id))
    .where(inForceIn(district, now))
    .orderBy(asc(sql`lower(${organizations.name})`), asc(organizations.id));
}

/** Of all of them, or of those named; another district's has no name here. */
export function listPartnerNames(db: Database, district: District, now: Date, only?: readonly string[]) {
  return db
    .select({ id: organizations.id, name: organizations.name, sector: organizations.sector })
    .from(organizations)
    .innerJoin(partnerships, eq(partnerships.organizationId, organizations.id))
    .where(and(inForceIn(district, now), only && inArray(organizations.id, [...only])));
}

/** Whether it has a page there. */
export async function isPartner(db: Database, district: District, organizationId: string, now: Date) {
  const [found] = await db
    .select({ id: organizations.id })
    .from(organizations)
    .innerJoin(partnerships, eq(partnerships.organizationId, organizations.id))
    .where(and(eq(organizations.id, organizationId), inForceIn(district, now)));
  return found !== undefined;
}

function inForceIn(district: District, now: Date): SQL | undefined {
  const today = localDate(now, district.timeZone);
  return and(
    eq(partnerships.districtId, district.id),
    eq(partnerships.status, "approved"),
    or(isNull(partnerships.inForceUntil), gte(partnerships.inForceUntil, today)),
    isNull(organizations.mergedIntoId),
  );
}

function onList(district: District, now: Date): SQL | undefined {
  const today = localDate(now, district.timeZone);
  return and(
    eq(listings.districtId, district.id),
    eq(listings.state, "published"),
    or(isNull(listings.closesOn), gte(listings.closesOn, today)),
  );
}
