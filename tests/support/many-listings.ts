import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import type { GivenListing } from "./givens.ts";

/** A statement has seconds, on a busy machine too. */
const AT_ONCE = 1_000;

/** So many opportunities like a given one, each on the list of the district. */
export async function givenMany(
  db: Database,
  { listing, opportunity }: GivenListing,
  many: number,
  districtId: string,
) {
  for (let at = 0; at < many; at += AT_ONCE)
    await db.execute(sql`with made as (
        insert into opportunities select r.*
          from opportunities o, generate_series(${at + 1}::int, ${Math.min(at + AT_ONCE, many)}::int) n,
          jsonb_populate_record(o, jsonb_build_object('id', md5(n::text)::uuid)) r
        where o.id = ${opportunity.id} returning id)
      insert into listings select r.* from listings l, made, jsonb_populate_record(l, jsonb_build_object(
          'id', made.id, 'district_id', ${districtId}::uuid, 'slug', made.id, 'opportunity_id', made.id)) r
      where l.id = ${listing.id}`);
}
