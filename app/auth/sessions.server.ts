/**
 * Sessions: a signed-in browser, known by a random token of which the table holds only the digest. A session ends when
 * it rests too long, when its time is over however busy it is, and at once when its row goes: signing out, a reset
 * password, a disabled person.
 */
import { createHash, randomBytes } from "node:crypto";
import { DrizzlePostgreSQLAdapter } from "@lucia-auth/adapter-drizzle";
import { eq } from "drizzle-orm";
import { Lucia, TimeSpan } from "lucia";
import type { Database } from "#db/database.ts";
import { sessions, users } from "#db/schema/people.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { rolesOf, type Roles } from "./roles.server.ts";

/** Verbs of the domain end sessions too. */
export { endSessions } from "#app/domain/people/end-sessions.server.ts";

type SessionRow = typeof sessions.$inferSelect;

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof createLucia>;
    DatabaseUserAttributes: typeof users.$inferSelect;
    DatabaseSessionAttributes: Omit<SessionRow, "id" | "userId" | "expiresAt" | "publicId"> & { publicId?: string };
  }
}

/** Longer than any role's: the limits are kept here, by role. */
const LONGEST_DAYS = 30;
/** Seconds a session may rest, and last in all. A desk in a school office is left open; a family's phone is not shared. */
const STAFF = { idle: 30 * 60, absolute: 12 * 3600 };
const OTHERS = { idle: LONGEST_DAYS * 86_400, absolute: LONGEST_DAYS * 86_400 };
/** For the cookie's age, which the server does not rely on. */
export const LONGEST_SECONDS = OTHERS.absolute;
/** A busy page does not write with each request. */
const SEEN_EVERY_MS = 60_000;

export interface SignedInUser {
  id: string;
  name: string;
  email: string;
  locale: Locale;
  isDemo: boolean;
  session: {
    /** Names the session on its owner's page; opens nothing. */
    id: string;
    method: SessionRow["method"];
    secondFactorAt: Date | null;
    createdAt: Date;
  };
}

function createLucia(db: Database) {
  return new Lucia(new DrizzlePostgreSQLAdapter(db, sessions, users), {
    sessionExpiresIn: new TimeSpan(LONGEST_DAYS, "d"),
    // What is named here is all that leaves the table: the password's hash stays.
    getUserAttributes: ({ name, email, locale, disabledAt, isDemo }) => ({ name, email, locale, disabledAt, isDemo }),
    getSessionAttributes: ({ publicId, createdAt, endsAt, idleSeconds, lastSeenAt, method, secondFactorAt }) => ({
      publicId,
      createdAt,
      endsAt,
      idleSeconds,
      lastSeenAt,
      method,
      secondFactorAt,
    }),
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

export interface Beginning {
  userId: string;
  now: Date;
  device: string;
  method: SessionRow["method"];
  /** When a second factor was proven on the way in. */
  secondFactorAt: Date | null;
  /** Names the session on its owner's page, where the caller must know it. */
  publicId?: string;
}

const isStaff = ({ staffOf, isOperator }: Roles) => staffOf !== null || isOperator;

/** Begins a session, its limits by its person's roles; the token goes into the cookie and nowhere else. */
export async function beginSession(db: Database, { userId, now, ...rest }: Beginning): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const { idle, absolute } = isStaff(await rolesOf(db, userId)) ? STAFF : OTHERS;
  const endsAt = new Date(now.getTime() + absolute * 1000);
  const attributes = { createdAt: now, lastSeenAt: now, endsAt, idleSeconds: idle, ...rest };
  await lucia(db).createSession(userId, attributes, { sessionId: sessionId(token) });
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
  const rested = now.getTime() - session.lastSeenAt.getTime();
  if (rested > session.idleSeconds * 1000 || now > session.endsAt) {
    await db.delete(sessions).where(eq(sessions.id, session.id));
    return null;
  }
  if (rested > SEEN_EVERY_MS) await noteSeen(db, session.id, user.id, now);
  const { method, secondFactorAt, createdAt } = session;
  const { id, name, email, locale, isDemo } = user;
  return { id, name, email, locale, isDemo, session: { id: session.publicId!, method, secondFactorAt, createdAt } };
}

async function noteSeen(db: Database, id: string, userId: string, now: Date) {
  await db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, id));
  await db.update(users).set({ lastSeenAt: now }).where(eq(users.id, userId));
}
