import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { editionListings, editions } from "#db/schema/editions.ts";
import type { District } from "../districts/districts.server.ts";
import { localDate } from "../districts/zone.ts";
import { publicContent, type PublishedListing } from "../listings/published.server.ts";
import { EMPTY_CONTENT } from "../opportunities/empty-content.ts";
import type { EditionSummary } from "./summary.ts";
import type { ListNames, PublishedList } from "./published-list.ts";

/**
 * The list as the edition of this number froze it, whole, or of it the listings of `ids`, or the one at a `slug`; null
 * when the district has published none such.
 */
export async function readEdition(
  db: Database,
  district: District,
  number: number,
  which: Which = {},
): Promise<PublishedList | null> {
  const edition = await readWithoutEntries(db, district, number);
  return edition && { ...edition.list, entries: await readEntries(db, edition.id, which) };
}

interface Which {
  ids?: readonly string[];
  slug?: string;
}

/** What there is to say of an edition before its listings are read. */
export async function readWithoutEntries(db: Database, district: District, number: number) {
  const published = and(eq(editions.districtId, district.id), eq(editions.number, number));
  const [edition] = await db
    .select()
    .from(editions)
    .where(and(published, eq(editions.state, "published")));
  if (!edition?.publishedAt || !edition.names) return null;
  const { id, title, titleEs, note, noteEs, summary } = edition;
  const list = {
    ...(edition.names as unknown as ListNames),
    edition: { number, title, titleEs, note, noteEs },
    asOf: localDate(edition.publishedAt, district.timeZone),
  } satisfies Omit<PublishedList, "entries">;
  return { id, list, summary: summary as unknown as EditionSummary };
}

export async function readEntries(db: Database, editionId: string, { ids, slug }: Which) {
  const rows = await db
    .select({ listing: editionListings.listing })
    .from(editionListings)
    .where(
      and(
        eq(editionListings.editionId, editionId),
        ids && inArray(editionListings.listingId, [...ids]),
        slug === undefined ? undefined : eq(sql`${editionListings.listing} ->> 'slug'`, slug),
      ),
    )
    .orderBy(asc(editionListings.position));
  return rows.map(({ listing }) => thawed(listing as unknown as Frozen));
}

type Frozen = Omit<PublishedListing, "publishedAt" | "confirmedAt" | "revisedAt"> & {
  publishedAt: string | null;
  confirmedAt: string | null;
  revisedAt: string;
};

const instant = (text: string | null) => (text === null ? null : new Date(text));
const thawed = ({ publishedAt, confirmedAt, revisedAt, ...listing }: Frozen): PublishedListing => ({
  ...listing,
  // A question that was not asked yet when it was frozen has no answer in it.
  content: publicContent({ ...EMPTY_CONTENT, ...listing.content }),
  revisedAt: new Date(revisedAt),
  publishedAt: instant(publishedAt),
  confirmedAt: instant(confirmedAt),
});

export interface PublishedEdition {
  number: number;
  title: string;
  titleEs: string | null;
  publishedAt: Date;
  summary: EditionSummary;
}

/** The newest first. */
export async function listPublishedEditions(db: Database, districtId: string): Promise<PublishedEdition[]> {
  const { number, title, titleEs, publishedAt, summary } = editions;
  const rows = await db
    .select({ number, title, titleEs, publishedAt, summary })
    .from(editions)
    .where(and(eq(editions.districtId, districtId), eq(editions.state, "published")))
    .orderBy(desc(number));
  return rows as unknown as PublishedEdition[];
}
