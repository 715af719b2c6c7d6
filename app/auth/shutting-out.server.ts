import { eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { signInAttempts } from "#db/schema/sign-in.ts";
import { endLinks } from "./one-time-links.server.ts";
import { endSessions } from "./sessions.server.ts";

/**
 * Closes every open way into an account, in the caller's transaction: sessions (but the one of `except`, a public id),
 * sign-ins that wait for a second factor, links not used yet.
 */
export async function shutOut(
  { db, now }: { db: Database; now: Date },
  userId: string,
  { except }: { except?: string } = {},
): Promise<void> {
  await endSessions(db, userId, { except });
  await db.delete(signInAttempts).where(eq(signInAttempts.userId, userId));
  await endLinks({ db, now }, userId);
}
