/**
 * Several districts' lists as one: an opportunity that stands on more than one of them is found once. Postgres answers,
 * whatever engine answers for a single list.
 */
import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { fitOfWords } from "./postgres-words.server.ts";
import type { RegionQuery } from "./region-query.ts";

export interface FoundInRegion {
  /** Of one opportunity, the newest first. */
  listingIds: string[];
}

export async function findInRegion(
  db: Database,
  districtIds: readonly string[],
  { words, kind, cluster, page }: RegionQuery,
  { now, pageSize }: { now: Date; pageSize: number },
): Promise<{ total: number; found: FoundInRegion[] }> {
  if (districtIds.length === 0) return { total: 0, found: [] };
  const asked = [
    sql`d.district_id in ${[...districtIds]}`,
    sql`d.alive and l.state = 'published'`,
    sql`(d.closes_at is null or d.closes_at >= ${Math.floor(now.getTime() / 1000)})`,
    ...(kind ? [sql`d.facets @> array[${`kind:${kind}`}]::text[]`] : []),
    ...(cluster ? [sql`d.facets @> array[${`cluster:${cluster}`}]::text[]`] : []),
  ];
  const fit = words ? await fitOfWords(db, words) : null;
  if (fit) asked.push(fit);
  const rows = await db.execute<{ listing_ids: string[]; total: number }>(sql`
    with found as (
      select l.opportunity_id, array_agg(d.listing_id::text order by d.published_at desc, d.listing_id) as listing_ids,
        max(d.published_at) as newest
      from search_documents d join listings l on l.id = d.listing_id
      where ${sql.join(asked, sql` and `)}
      group by l.opportunity_id
    ), counted as (select count(*)::int as total from found)
    select listing_ids, total from counted left join lateral (
      select opportunity_id, listing_ids, newest from found
      order by newest desc, opportunity_id limit ${pageSize} offset ${(page - 1) * pageSize}
    ) as shown on true
    order by newest desc, opportunity_id`);
  const found = rows.flatMap(({ listing_ids }) => (listing_ids ? [{ listingIds: listing_ids }] : []));
  return { total: rows[0]?.total ?? 0, found };
}
