import { createHash, randomBytes } from "node:crypto";
import { DrizzlePostgreSQLAdapter } from "@lucia-auth/adapter-drizzle";
import { eq } from "drizzle-orm";
import { Lucia, TimeSpan } from "lucia";
import type { Database } from "#db/database.ts";
import { sessions, users } from "#db/schema/people.ts";
import type { Locale } from "#app/i18n/locales.ts";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof createLucia>;
    DatabaseUserAttributes: typeof users.$inferSelect;
    DatabaseSessionAttributes: { createdAt: Date };
  }
}

const IDLE = new TimeSpan(30, "d");
/** However busy, a session ends this long after it began. */
export const ABSOLUTE_SECONDS = 30 * 86_400;

export interface SignedInUser {
  id: string;
  name: string;
  email: string;
  locale: Locale;
}

function createLucia(db: Database) {
  return new Lucia(new DrizzlePostgreSQLAdapter(db, sessions, users), {
    sessionExpiresIn: IDLE,
    // What is named here is all that leaves the table: the password's hash stays.
    getUserAttributes: ({ name, email, locale, disabledAt, isDemo }) => ({ name, email, locale, disabledAt, isDemo }),
    getSessionAttributes: ({ createdAt }) => ({ createdAt }),
  });
}

const instances = new WeakMap<Database, ReturnType<typeof createLucia>>();
function lucia(db: Database) {
  let instance = instances.get(db);
  if (!instance) instances.set(db, (instance = createLucia(db)));
  return instance;
}

/** Only the token's hash is stored, so what is read from a stolen table opens no session. */
const sessionId = (token: string) => createHash("sha256").update(token).digest("hex");

/** Begins a session; the token goes into the cookie and nowhere else. */
export async function beginSession(db: Database, userId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await lucia(db).createSession(userId, { createdAt: now }, { sessionId: sessionId(token) });
  return token;
}

export async function endSession(db: Database, token: string): Promise<void> {
  await lucia(db).invalidateSession(sessionId(token));
}

/** Who holds this token, if the session lives and the person may still sign in. */
export async function sessionUser(
  db: Database,
  token: string,
  { now, demoAllowed }: { now: Date; demoAllowed: boolean },
): Promise<SignedInUser | null> {
  const { session, user } = await lucia(db).validateSession(sessionId(token));
  if (!session || user.disabledAt || (user.isDemo && !demoAllowed)) return null;
  if (now.getTime() - session.createdAt.getTime() > ABSOLUTE_SECONDS * 1000) {
    await db.delete(sessions).where(eq(sessions.id, session.id));
    return null;
  }
  return { id: user.id, name: user.name, email: user.email, locale: user.locale };
}
