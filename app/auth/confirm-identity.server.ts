import { eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { users } from "#db/schema/people.ts";
import type { SignedInPerson } from "./guards.server.ts";
import { passwordMatches } from "./passwords.server.ts";

/** How lately somebody without a password must have signed in, to change what guards the account. */
export const RECENT_MINUTES = 15;

export type Proof = "password" | "recent_sign_in" | "sign_in_again";

/** What this person is asked for before a change that could lock them out or give the account away. */
export async function proofAsked(db: Database, { id, session }: SignedInPerson, now: Date): Promise<Proof> {
  if ((await hashOf(db, id)) !== null) return "password";
  const isRecent = now.getTime() - session.createdAt.getTime() < RECENT_MINUTES * 60_000;
  return isRecent ? "recent_sign_in" : "sign_in_again";
}

/** Whether it is them: a browser left open is not. */
export async function confirmsIdentity(
  { db, now }: { db: Database; now: Date },
  person: SignedInPerson,
  password: string | undefined,
): Promise<boolean> {
  const hash = await hashOf(db, person.id);
  if (hash === null) return (await proofAsked(db, person, now)) === "recent_sign_in";
  return passwordMatches(hash, password ?? "");
}

async function hashOf(db: Database, userId: string): Promise<string | null> {
  const [user] = await db.select({ hash: users.passwordHash }).from(users).where(eq(users.id, userId));
  return user?.hash ?? null;
}
