/** An edition in parts: long ones are more than a page holds, and two of them are mostly alike. */
import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { editionListings, editions } from "#db/schema/editions.ts";
import type { District } from "../districts/districts.server.ts";
import { compareEditions, type EditionChanges } from "./compare-editions.ts";
import { paged, type Paged } from "./paging.ts";
import { sectionsOf, type ListSection, type PublishedList } from "./published-list.ts";
import { readEdition, readEntries, readWithoutEntries } from "./read-edition.server.ts";

export interface EditionPage extends Pick<Paged, "page" | "pages"> {
  /** Its `entries` are those of this page. */
  list: PublishedList;
  /** Of the whole edition. */
  contents: (Pick<ListSection, "topic"> & { count: number; page: number })[];
  /** `at`: where its section stands in `contents`. */
  parts: { at: number; isContinued: boolean; entries: PublishedList["entries"] }[];
}

/** Null: the district has published none of this number. */
export async function readEditionPage(
  db: Database,
  district: District,
  number: number,
  asked: number,
): Promise<EditionPage | null> {
  const edition = await readWithoutEntries(db, district, number);
  if (!edition) return null;
  const sections = sectionsOf({ ...edition.list, entries: await readOutline(db, edition.id) });
  const { page, pages, begins, parts } = paged(
    sections.map(({ entries }) => entries.length),
    asked,
  );
  const here = parts.map(({ section, from, to }) => ({
    ...{ at: section, isContinued: from > 0 },
    ids: sections[section]!.entries.slice(from, to).map(({ id }) => id),
  }));
  const entries = await readEntries(db, edition.id, { ids: [...new Set(here.flatMap(({ ids }) => ids))] });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return {
    ...{ list: { ...edition.list, entries }, page, pages },
    contents: sections.map(({ topic, entries }, at) => ({ topic, count: entries.length, page: begins[at]! })),
    parts: here.map(({ ids, ...part }) => ({ ...part, entries: ids.flatMap((id) => byId.get(id) ?? []) })),
  };
}

/** All it holds, by title, and the pathways and fields each serves. */
const readOutline = (db: Database, editionId: string) =>
  db
    .select({
      id: editionListings.listingId,
      pathwayIds: sql<string[]>`${editionListings.listing} -> 'pathwayIds'`,
      subClusters: sql<string[]>`${editionListings.listing} -> 'subClusters'`,
    })
    .from(editionListings)
    .where(eq(editionListings.editionId, editionId))
    .orderBy(asc(editionListings.position));

/** What a day passes over without a change that a reader is told of. */
const SILENT = sql`'{publishedAt,confirmedAt,confirmedOn,revisedAt,version}'::text[]`;

export interface Compared extends EditionChanges {
  /** Each holds what differs from the other, and no more. */
  before: PublishedList;
  after: PublishedList;
}

/** Two editions of a district compared, the earlier one first; null: it has not published both. */
export async function readEditionChanges(
  db: Database,
  district: District,
  { since, until }: { since: number; until: number },
): Promise<Compared | null> {
  const held = (number: number) => sql`(
    select listing_id, listing from ${editionListings} join ${editions} on ${editions.id} = edition_id
    where ${editions.districtId} = ${district.id} and ${editions.number} = ${number})`;
  const differing = await db.execute<{ id: string }>(sql`
    select listing_id as id from ${held(since)} earlier full join ${held(until)} later using (listing_id)
    where earlier.listing - ${SILENT} is distinct from later.listing - ${SILENT}`);
  const ids = differing.map(({ id }) => id);
  const [before, after] = await Promise.all([since, until].map((number) => readEdition(db, district, number, { ids })));
  return before && after ? { before, after, ...compareEditions(before, after) } : null;
}
