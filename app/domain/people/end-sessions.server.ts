import { and, eq, ne } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { sessions } from "#db/schema/people.ts";

/** Ends all of a person's sessions, but the one named by its public id if any. */
export async function endSessions(db: Database, userId: string, { except }: { except?: string } = {}): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.userId, userId), except ? ne(sessions.publicId, except) : undefined));
}
