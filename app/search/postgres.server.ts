/**
 * Search inside Postgres: the embedded default, and what answers while Meilisearch cannot. Words are matched by the
 * database; filters, counts, distance and order are taken from columns held in memory, brought up to date by reading
 * the rows changed since, at each search.
 */
import { sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { Database } from "#db/database.ts";
import { Columns, type ColumnRow } from "./columns.ts";
import type { SearchCriteria } from "./criteria.ts";
import { followDistricts } from "./follow-districts.ts";
import { findWords, followWords, type FoundWords } from "./postgres-words.server.ts";
import { queryWords } from "./tokens.ts";
import { removeDocuments, writeDocuments } from "./postgres-writing.server.ts";
import { sendAllSound } from "./bisect.ts";
import type { RefusedDocument, SearchDocument, SearchIndex } from "./search-index.ts";

const ROWS_AT_ONCE = 10_000;
/** Listings a search's words find from which on the answer is worth keeping, and how many answers are kept. */
const COMMON_FROM = 1_000;
const MOST_COMMON = 200;
/** After more changes than this, such an answer is found anew. */
const MOST_FOLLOWED = 2_000;

export function createPostgresIndex(db: Database): SearchIndex {
  const current = followDistricts({
    hold: () => new Columns(),
    changedSince: (districtId, stamp) => changedSince(db, districtId, stamp),
    rowsAtOnce: ROWS_AT_ONCE,
  });
  const common = new LRUCache<string, { stamp: number; match: FoundWords }>({ max: MOST_COMMON });

  /** Words that nearly every listing holds are few and asked often: what they find is kept and follows the changes. */
  async function matchOf({ districtId, words }: SearchCriteria, stamp: number): Promise<FoundWords | null> {
    const key = `${districtId} ${queryWords(words).join(" ")}`;
    const kept = common.get(key);
    if (kept?.stamp === stamp) return kept.match;
    const isNear = kept && stamp - kept.stamp <= MOST_FOLLOWED;
    const followed = isNear ? await followWords(db, districtId, words, kept.match, kept.stamp) : null;
    const match = followed ?? (await findWords(db, districtId, words));
    if (match && match.slots.count >= COMMON_FROM) common.set(key, { stamp, match });
    return match;
  }

  return {
    name: "postgres",
    async search(criteria: SearchCriteria) {
      const columns = await current(criteria.districtId);
      const words = await matchOf(criteria, columns.stamp);
      return { ...columns.search(criteria, words), degraded: false };
    },
    put: (documents) =>
      sendAllSound(documents, (batch) => db.transaction((tx) => writeDocuments(tx, batch)), isRefusal),
    remove: (ids) => db.transaction((tx) => removeDocuments(tx, ids)),
    async versions() {
      const rows = await db.execute<{ id: string; version: number }>(
        sql`select listing_id as id, version from search_documents where alive`,
      );
      return new Map([...rows].map(({ id, version }) => [id, version]));
    },
    async rebuild(documents: AsyncIterable<SearchDocument[]>) {
      // What is added meanwhile is newer than the documents, and stays.
      const before = await this.versions();
      const refused: RefusedDocument[] = [];
      for await (const batch of documents) {
        refused.push(...(await this.put(batch)));
        for (const { id } of batch) before.delete(id);
      }
      await this.remove([...before.keys()]);
      return refused;
    },
  };
}

async function changedSince(db: Database, districtId: string, stamp: number): Promise<ColumnRow[]> {
  const rows = await db.execute<Record<keyof ColumnRow, unknown>>(sql`
    select slot, changed::float8 as changed, listing_id as "listingId", alive, latitude, longitude,
      published_at::float8 as "publishedAt", closes_at::float8 as "closesAt", facets
    from search_documents
    where district_id = ${districtId} and changed > ${stamp}
    order by changed limit ${ROWS_AT_ONCE}`);
  return [...rows] as unknown as ColumnRow[];
}

/** Wrong data (22…) or beyond a limit of Postgres (54…): the document's fault, not the moment's. */
function isRefusal(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return typeof cause?.code === "string" && /^(22|54)/.test(cause.code);
}
