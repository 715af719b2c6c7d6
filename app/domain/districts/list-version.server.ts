import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districts } from "#db/schema/districts.ts";

/** Postgres channel on which web processes hear that a district's list changed; payload `slug:version`. */
export const LIST_VERSION_CHANNEL = "list_version";

/** Call in the transaction of every change readers of the list can see: their cached pages end with its commit. */
export async function bumpListVersion(tx: Database, districtId: string) {
  // One round trip: until it commits, every other change of the list waits for this row.
  const [district] = await tx.execute<{ version: number }>(sql`
    with changed as (
      update ${districts} set list_version = list_version + 1 where ${districts.id} = ${districtId}
      returning slug, list_version
    )
    select list_version as version, pg_notify(${LIST_VERSION_CHANNEL}, slug || ':' || list_version) from changed`);
  if (!district) throw new Error(`no district ${districtId}`);
  return district.version;
}
