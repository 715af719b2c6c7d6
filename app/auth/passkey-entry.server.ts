/**
 * Signing in with a passkey: the device names the person and proves two things at once, that it is there and that its
 * owner unlocked it. Asked as a second step, it has to be a passkey of whoever took the first one.
 */
import { randomBytes } from "node:crypto";
import { generateAuthenticationOptions, verifyAuthenticationResponse } from "@simplewebauthn/server";
import { and, eq, gt, inArray, lt, or } from "drizzle-orm";
import { users } from "#db/schema/people.ts";
import { passkeys, signInAttempts } from "#db/schema/sign-in.ts";
import { done, refused, type Outcome } from "#app/domain/context.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { attemptId, enter, type Entered, type Entering } from "./entering.server.ts";
import { readCredential } from "./passkey-credential.server.ts";
import { getSecondStep } from "./second-step.server.ts";

type Parts = Pick<RequestContext, "db" | "keys" | "now" | "origin" | "demoAllowed">;

const MINUTES = 10;

/**
 * What the browser's `navigator.credentials.get` is asked with. A browser that waits for its second step keeps that
 * attempt and its cookie; any other gets a new one, `token`.
 */
export async function beginPasskeyEntry(parts: Parts, attempt: string | null) {
  const { db, now, origin } = parts;
  const step = await getSecondStep(parts, attempt);
  const theirs = step ? await db.select().from(passkeys).where(eq(passkeys.userId, step.userId)) : [];
  const options = await generateAuthenticationOptions({
    rpID: new URL(origin).hostname,
    userVerification: "required",
    // Without a list, devices offer the passkeys they keep for this site.
    allowCredentials: theirs.map(({ id, transports }) => ({ id, transports: transports })),
  });
  const { challenge } = options;
  if (step && attempt) {
    const detail = { method: step.method, challenge };
    await db
      .update(signInAttempts)
      .set({ detail })
      .where(eq(signInAttempts.id, attemptId(attempt)));
    return { token: attempt, options };
  }
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + MINUTES * 60_000);
  const row = { id: attemptId(token), step: "passkey" as const, detail: { challenge }, expiresAt, createdAt: now };
  await db.insert(signInAttempts).values(row);
  return { token, options };
}

/** One refusal for all: no challenge, an unknown passkey, a copied one, another person's, a disabled person. */
export async function enterByPasskey(
  parts: Parts,
  { token, credential, device }: { token: string | null; credential: string; device: string },
): Promise<Outcome<Entered, "not_proven">> {
  const { db, now, origin } = parts;
  const attempt = token && (await takeAttempt(parts, token));
  const answer = readCredential<"authentication">(credential);
  if (!attempt || !attempt.detail.challenge || !answer) return refused("not_proven");
  const found = await findPasskey(parts, answer.id);
  if (!found || (attempt.userId && attempt.userId !== found.userId)) return refused("not_proven");
  const counter = await verify(answer, found, { challenge: attempt.detail.challenge, origin });
  if (counter === null) return refused("not_proven");
  return db.transaction(async (tx) => {
    // Of two answers with one count, one is a copy's.
    const counts = or(lt(passkeys.counter, counter), and(eq(passkeys.counter, 0), eq(passkeys.counter, counter)));
    const used = tx
      .update(passkeys)
      .set({ counter, lastUsedAt: now })
      .where(and(eq(passkeys.id, found.id), counts));
    if ((await used.returning()).length === 0) return refused("not_proven");
    const method = (attempt.detail.method ?? "passkey") as Entering["method"];
    return done(await enter(tx, { userId: found.userId, method, device, now, secondFactorProven: true }));
  });
}

/** Gone with the first answer, right or wrong. */
async function takeAttempt({ db, now }: Parts, token: string) {
  const alive = and(
    eq(signInAttempts.id, attemptId(token)),
    inArray(signInAttempts.step, ["passkey", "second_factor"]),
    gt(signInAttempts.expiresAt, now),
  );
  const [attempt] = await db.delete(signInAttempts).where(alive).returning();
  return attempt ?? null;
}

/** With a person behind it who may sign in. */
async function findPasskey({ db, demoAllowed }: Parts, id: string) {
  const [found] = await db
    .select({ passkey: passkeys, user: users })
    .from(passkeys)
    .innerJoin(users, eq(users.id, passkeys.userId))
    .where(eq(passkeys.id, id));
  const { user } = found ?? {};
  if (!user || user.disabledAt || !user.emailVerifiedAt || (user.isDemo && !demoAllowed)) return null;
  return found!.passkey;
}

type Answer = NonNullable<ReturnType<typeof readCredential<"authentication">>>;

/** The device's new count; null when the answer is not one to the challenge. */
async function verify(
  response: Answer,
  { id, publicKey, counter, transports }: typeof passkeys.$inferSelect,
  { challenge, origin }: { challenge: string; origin: string },
): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      credential: { id, publicKey: new Uint8Array(publicKey), counter, transports: transports },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}
