/**
 * Suggestions while a reader types, from a district's titles and organizations held in memory: the same whichever engine
 * searches. Each question first reads the rows changed since the last one, so that nothing has to be told.
 */
import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { followDistricts } from "./follow-districts.ts";
import { ListNames, type NameRow } from "./list-names.ts";
import type { Suggests } from "./search-index.ts";

const ROWS_AT_ONCE = 5_000;

export function createSuggestions(db: Database): Suggests {
  const current = followDistricts({
    hold: () => new ListNames(),
    changedSince: (districtId, stamp) => changedSince(db, districtId, stamp),
    rowsAtOnce: ROWS_AT_ONCE,
  });
  return {
    async suggest({ districtId, typed, now, most }) {
      return (await current(districtId)).suggest(typed, most, now);
    },
  };
}

async function changedSince(db: Database, districtId: string, stamp: number): Promise<NameRow[]> {
  const rows = await db.execute<Record<keyof NameRow, unknown>>(sql`
    select slot, changed::float8 as changed, listing_id as "listingId", alive, title, organization,
      closes_at::float8 as "closesAt"
    from search_documents
    where district_id = ${districtId} and changed > ${stamp}
    order by changed limit ${ROWS_AT_ONCE}`);
  return [...rows] as unknown as NameRow[];
}
