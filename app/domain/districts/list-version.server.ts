import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districts } from "#db/schema/districts.ts";

/** Postgres channel on which web processes hear that a district's list changed; payload `slug:version`. */
export const LIST_VERSION_CHANNEL = "list_version";

/** Call in the transaction of every change readers of the list can see: their cached pages end with its commit. */
export async function bumpListVersion(tx: Database, districtId: string) {
  const [district] = await tx
    .update(districts)
    .set({ listVersion: sql`${districts.listVersion} + 1` })
    .where(eq(districts.id, districtId))
    .returning({ slug: districts.slug, listVersion: districts.listVersion });
  if (!district) throw new Error(`no district ${districtId}`);
  await tx.execute(sql`select pg_notify(${LIST_VERSION_CHANNEL}, ${`${district.slug}:${district.listVersion}`})`);
  return district.listVersion;
}
