/**
 * The last step of every way in. Whoever proved a first factor and has a second one is asked for it before a session
 * begins; a passkey and a school's own sign-in are both at once.
 */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { sessions, users } from "#db/schema/people.ts";
import { signInAttempts } from "#db/schema/sign-in.ts";
import { recordEvent } from "#app/domain/events/record-event.server.ts";
import { tell } from "#app/domain/mail/tell.server.ts";
import { hasSecondFactor as secondFactorOf } from "#app/domain/people/second-factor.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { deviceDigest, isNewDevice } from "./known-devices.server.ts";
import { beginSession } from "./sessions.server.ts";

export interface Entering {
  userId: string;
  method: (typeof sessions.$inferSelect)["method"];
  device: string;
  now: Date;
  /** A passkey or an issuer's sign-in, or the second factor itself, has just been proven. */
  secondFactorProven: boolean;
}

export type Entered =
  | { step: "session"; token: string; userId: string; locale: Locale }
  /** `token` goes into the attempt's cookie; the person is asked for the second factor next. */
  | { step: "second_factor"; token: string; userId: string };

const ATTEMPT_MINUTES = 10;

/** In the caller's transaction, which has made sure that the person may sign in. */
export async function enter(tx: Database, entering: Entering): Promise<Entered> {
  const { userId, method, device, now, secondFactorProven } = entering;
  if (!secondFactorProven && (await hasSecondFactor(tx, userId))) {
    const token = randomBytes(32).toString("base64url");
    const expiresAt = new Date(now.getTime() + ATTEMPT_MINUTES * 60_000);
    const attempt = { id: attemptId(token), step: "second_factor" as const, userId, detail: { method }, expiresAt };
    await tx.insert(signInAttempts).values({ ...attempt, createdAt: now });
    return { step: "second_factor", token, userId };
  }
  const secondFactorAt = secondFactorProven ? now : null;
  const publicId = randomUUID();
  const token = await beginSession(tx, { userId, now, device, method, secondFactorAt, publicId });
  const [user] = await tx.select({ locale: users.locale }).from(users).where(eq(users.id, userId));
  const actor = { kind: "person", userId } as const;
  const ctx = { db: tx, now, actor };
  if (await isNewDevice(ctx, device)) await tell(ctx, "person-device-new", { userId }, { sessionId: publicId });
  const detail = { method, device: deviceDigest(device) };
  await recordEvent(ctx, "person.signed_in", { id: userId, detail });
  return { step: "session", token, userId, locale: user!.locale };
}

/** Only the token's digest is stored, as with sessions. */
export const attemptId = (token: string) => createHash("sha256").update(token).digest("hex");

export async function hasSecondFactor(db: Database, userId: string): Promise<boolean> {
  const [row] = await db.execute<{ has: boolean }>(sql`select ${secondFactorOf(sql`${userId}::uuid`)} as has`);
  return row?.has ?? false;
}
