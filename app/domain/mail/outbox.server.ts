import { desc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { mails } from "#db/schema/mail.ts";
import { users } from "#db/schema/people.ts";

const MOST = 100;
const to = sql<string>`coalesce(${mails.address}, ${users.email})`;

/** The newest mails first, for a developer to look at; of one address when it is given. */
export async function listOutbox(db: Database, address: string | null) {
  const { id, kind, state, locale, createdAt, dueAt } = mails;
  return db
    .select({ id, kind, state, locale, createdAt, dueAt, to })
    .from(mails)
    .leftJoin(users, eq(users.id, mails.userId))
    .where(address === null ? undefined : sql`lower(${to}) = lower(${address})`)
    .orderBy(desc(mails.createdAt), mails.id)
    .limit(MOST);
}

export async function getFromOutbox(db: Database, mailId: string) {
  const [mail] = await db.select().from(mails).where(eq(mails.id, mailId));
  return mail ?? null;
}
