import { eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import type { mails } from "#db/schema/mail.ts";
import { users } from "#db/schema/people.ts";

/** The mail's own address, or the account's as it is now. */
export async function addresseeOf(
  db: Database,
  { address, userId }: Pick<typeof mails.$inferSelect, "address" | "userId">,
): Promise<string | null> {
  if (address !== null || userId === null) return address;
  const [user] = await db.select({ email: users.email }).from(users).where(eq(users.id, userId));
  return user?.email ?? null;
}
