import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";

/** Tables that asking itself writes to, and those nobody writes to. */
const NOT_LOOKED_AT = ["sessions", "rate_limits", "zip_points", "sub_clusters", "career_clusters"];
/** What asking itself leaves in the log. */
const NOTED = ["person.signed_in", "access.refused"];

/** A digest of every table: equal before and after, nothing was changed. */
export async function everything(db: Database): Promise<string> {
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const digests = tables
    .map(({ name }) => name)
    .filter((name) => !NOT_LOOKED_AT.includes(name))
    .map(
      (name) => sql`select ${name} as name, md5(coalesce(string_agg(row::text, '' order by row::text), '')) as digest
        from ${sql.identifier(name)} as row ${name === "events" ? sql`where row.name not in ${NOTED}` : sql``}`,
    );
  const rows = await db.execute<{ name: string; digest: string }>(sql.join(digests, sql` union all `));
  return rows
    .map(({ name, digest }) => `${name} ${digest}`)
    .toSorted()
    .join("\n");
}
