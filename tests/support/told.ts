import { asc, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { mails } from "#db/schema/mail.ts";
import { people } from "#db/seed/cast.ts";

const nameOf = (userId: string | null) => Object.entries(people).find(([, { id }]) => id === userId)?.[0] ?? "nobody";

/** Who was told what about a row, in order: `["dana", "coordinator-listing-submitted"]`. */
export async function toldAbout(db: Database, id: string) {
  const rows = await db
    .select()
    .from(mails)
    .where(sql`exists (select from jsonb_each_text(${mails.data}) as part where part.value = ${id})`)
    .orderBy(asc(mails.createdAt), asc(mails.kind), asc(mails.userId));
  return rows.map(({ userId, kind }) => [nameOf(userId), kind]);
}
