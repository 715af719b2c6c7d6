/**
 * What is a district's to take with it, table by table, parents before their children. It takes what it published,
 * decided and wrote down, its partners as it knows them, and the accounts of its staff and of its partners' people
 * without a way in. It takes no partner's unsent draft and no family: a student's account is the student's own.
 */
import { sql, type SQL } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { collectionListings, collections } from "#db/schema/collections.ts";
import { districtKinds, districts, pathways, schoolBreaks, schools } from "#db/schema/districts.ts";
import { editionListings, editions } from "#db/schema/editions.ts";
import { events } from "#db/schema/events.ts";
import { pictures, privateFiles } from "#db/schema/files.ts";
import { embedSites } from "#db/schema/front.ts";
import { importChanges, importedRows, importMappings, imports } from "#db/schema/imports.ts";
import * as list from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import * as partners from "#db/schema/organizations.ts";
import { districtStaff, users } from "#db/schema/people.ts";
import { shortLinks } from "#db/schema/printing.ts";
import { listingTranslations } from "#db/schema/translations.ts";

export interface ArchiveTable {
  table: PgTable;
  /** Of its rows, called `t`, those of the district. */
  which: (districtId: string) => SQL;
  /** Columns that mean nothing elsewhere, or stand in a file of their own. */
  without?: string[];
}

const own = (districtId: string) => sql`t.district_id = ${districtId}`;
const shown = (districtId: string) =>
  sql`(select id from listings where district_id = ${districtId} and state <> 'draft')`;
const offered = (districtId: string) =>
  sql`(select opportunity_id from listings where district_id = ${districtId} and state <> 'draft')`;
const known = (districtId: string) => sql`(
  select organization_id from partnerships where district_id = ${districtId}
  union select organization_id from opportunities where id in ${offered(districtId)}
  union select from_id from organization_merges where district_id = ${districtId}
  union select into_id from organization_merges where district_id = ${districtId}
  union select merged_into_id from organizations o join partnerships p on p.organization_id = o.id
    where p.district_id = ${districtId} and merged_into_id is not null)`;
const revised = (districtId: string) => sql`(
  select submitted_revision_id from listings where id in ${shown(districtId)}
  union select published_revision_id from listings where id in ${shown(districtId)}
  union select revision_id from reviews where listing_id in ${shown(districtId)}
  union select revision_id from listing_translations where listing_id in ${shown(districtId)})`;
const staff = (districtId: string) => sql`(select user_id from district_staff where district_id = ${districtId})`;

const byListing = (districtId: string) => sql`t.listing_id in ${shown(districtId)}`;
const byPartnership = (districtId: string) =>
  sql`t.partnership_id in (select id from partnerships where district_id = ${districtId})`;
const byOrganization = (districtId: string) => sql`t.organization_id in ${known(districtId)}`;
const finished = (districtId: string) =>
  sql`(select id from imports where district_id = ${districtId} and status = 'done')`;

/** Comes of the content by itself, or by the job that looks at texts. */
const DERIVED_OF_TEXT = ["title", "kind", "last_day", "sub_clusters_suggested", "lacks_spanish", "findings", "sketch"];

export const ARCHIVE_TABLES: ArchiveTable[] = [
  { table: districts, which: (id) => sql`t.id = ${id}`, without: ["list_version"] },
  {
    table: users,
    which: (id) =>
      sql`t.id in (select user_id from memberships where organization_id in ${known(id)} union ${staff(id)})`,
    without: ["password_hash", "last_seen_at", "is_demo"],
  },
  { table: pictures, which: (id) => picturesOf(id), without: ["bytes"] },
  { table: privateFiles, which: own, without: ["bytes"] },
  { table: schools, which: own },
  { table: pathways, which: own },
  { table: districtKinds, which: own },
  { table: schoolBreaks, which: own },
  { table: embedSites, which: own },
  { table: districtStaff, which: own },
  { table: partners.organizations, which: (id) => sql`t.id in ${known(id)}` },
  { table: partners.organizationSites, which: byOrganization },
  { table: partners.memberships, which: byOrganization },
  { table: partners.partnerships, which: own },
  { table: partners.vettingSteps, which: own },
  { table: partners.vettingMarks, which: byPartnership },
  { table: partners.partnershipDocuments, which: own },
  { table: partners.partnershipNotes, which: own },
  { table: partners.organizationMerges, which: own },
  { table: opportunities, which: (id) => sql`t.id in ${offered(id)}` },
  { table: opportunityRevisions, which: (id) => sql`t.id in ${revised(id)}`, without: DERIVED_OF_TEXT },
  { table: list.listings, which: (id) => sql`t.id in ${shown(id)}`, without: ["in_review_by", "in_review_at"] },
  { table: listingTranslations, which: byListing },
  { table: list.reviews, which: byListing },
  { table: list.suspensions, which: byListing },
  { table: list.readerReports, which: byListing },
  { table: list.listingViews, which: byListing },
  { table: collections, which: own },
  { table: collectionListings, which: byListing },
  { table: editions, which: own },
  {
    table: editionListings,
    which: (id) => sql`t.edition_id in (select id from editions where district_id = ${id})`,
  },
  { table: shortLinks, which: (id) => sql`${own(id)} and (t.listing_id is null or ${byListing(id)})` },
  { table: list.reasonTemplates, which: own },
  { table: list.savedViews, which: (id) => sql`${own(id)} and t.user_id in ${staff(id)}` },
  { table: imports, which: (id) => sql`${own(id)} and t.status = 'done'`, without: ["file"] },
  { table: importMappings, which: own },
  { table: importedRows, which: (id) => sql`${own(id)} and ${byListing(id)}` },
  { table: importChanges, which: (id) => sql`t.import_id in ${finished(id)} and ${byListing(id)}` },
  { table: events, which: own },
];

/** Tables that stay behind, and why; a test asks for a word about every table. */
export const LEFT_BEHIND: Record<string, string> = {
  ...named(
    "a family's own; each person takes it from their account",
    "students parents guardianships student_profiles",
  ),
  ...named("a way in, or half of one: made anew by mailed link or by the district", [
    "sessions one_time_links sign_in_attempts authenticators recovery_codes passkeys",
    "identity_providers federated_identities invitations",
  ]),
  ...named("between a person and this site", [
    "mails mail_preferences suppressions webhook_messages operators saved_searches told_listings",
    "match_readers told_matches saved_listings calendar_links",
  ]),
  ...named("over in minutes or once it is decided", "acknowledgements rate_limits bulk_decisions membership_requests"),
  ...named("the platform's, over several districts", "regions region_districts"),
  ...named("leads to this site, and is given by whoever runs it", "district_hosts"),
  ...named("the same everywhere", "career_clusters sub_clusters classic_clusters classic_crosswalk zip_points"),
  ...named("derived", [
    "search_documents search_words search_refusals coverage_counts coverage_cells",
    "booklets booklet_parts",
  ]),
};

function named(why: string, tables: string | string[]) {
  return Object.fromEntries([tables].flat().flatMap((names) => names.split(" ").map((name) => [name, why])));
}

function picturesOf(districtId: string) {
  return sql`t.id in (
    select unnest(array[logo_id, favicon_id, touch_icon_id]) from districts where id = ${districtId}
    union select logo_id from organizations where id in ${known(districtId)}
    union select (content ->> 'pictureId')::uuid from opportunity_revisions where id in ${revised(districtId)}
    union select picture_id from opportunities where id in ${offered(districtId)})`;
}

export const nameOf = ({ table }: ArchiveTable) => getTableConfig(table).name;
/** Columns that name a person. */
export const peopleIn = (each: ArchiveTable): string[] => referring(each, "users");
/** Whether rows may name rows of their own table, which then must arrive together. */
export const namesItself = (each: ArchiveTable) => referring(each, nameOf(each)).length > 0;
/** What orders its rows, and tells one from another. */
export function keyOf({ table }: ArchiveTable): string[] {
  const { columns, primaryKeys } = getTableConfig(table);
  return (primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary)).map(({ name }) => name);
}

/** Its columns that name a row by its id, and of which table. */
export const referencesOf = ({ table }: ArchiveTable) =>
  getTableConfig(table)
    .foreignKeys.map((key) => key.reference())
    .flatMap(({ columns, foreignTable }) =>
      columns.map(({ name }) => ({ column: name, table: getTableConfig(foreignTable).name })),
    );

const referring = (each: ArchiveTable, target: string) =>
  referencesOf(each)
    .filter(({ table }) => table === target)
    .map(({ column }) => column);
