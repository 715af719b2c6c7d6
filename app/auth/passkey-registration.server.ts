/** Adding a passkey: a challenge for this browser and person, answered once, within ten minutes, on this site's own page. */
import { randomBytes } from "node:crypto";
import { generateRegistrationOptions, verifyRegistrationResponse } from "@simplewebauthn/server";
import { and, eq, gt } from "drizzle-orm";
import { passkeys, signInAttempts } from "#db/schema/sign-in.ts";
import { done, refused, type Context, type Outcome, type Person } from "#app/domain/context.ts";
import { attemptId, hasSecondFactor } from "./entering.server.ts";
import { readCredential } from "./passkey-credential.server.ts";
import { listPasskeys } from "./passkeys.server.ts";
import { lockPerson, noteProven, tellOfChange } from "./second-factor-change.server.ts";

const MINUTES = 10;
const MOST_PASSKEYS = 20;

interface Site {
  /** The site's name and origin; passkeys belong to the origin's host. */
  name: string;
  origin: string;
}

/** What the browser's `navigator.credentials.create` is asked with; `token` goes into the attempt's cookie. */
export async function beginRegistration(ctx: Context<Person>, site: Site, email: string) {
  const { db, now, actor } = ctx;
  const options = await generateRegistrationOptions({
    rpName: site.name,
    rpID: new URL(site.origin).hostname,
    userID: new Uint8Array(Buffer.from(actor.userId.replaceAll("-", ""), "hex")),
    userName: email,
    userDisplayName: email,
    excludeCredentials: (await listPasskeys(ctx)).map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
  });
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + MINUTES * 60_000);
  const detail = { challenge: options.challenge };
  const attempt = { id: attemptId(token), step: "passkey_registration" as const, userId: actor.userId, detail };
  await db.insert(signInAttempts).values({ ...attempt, expiresAt, createdAt: now });
  return { token, options };
}

interface Registering {
  token: string | null;
  /** The browser's answer, as JSON. */
  credential: string;
  name: string;
  origin: string;
  sessionId: string;
}

/** `over`: no challenge waits for an answer of this browser; `not_proven`: the answer is not one to it. */
export async function register(
  ctx: Context<Person>,
  { token, credential, name, origin, sessionId }: Registering,
): Promise<Outcome<null, "over" | "not_proven" | "too_many">> {
  const { userId } = ctx.actor;
  const challenge = token && (await takeChallenge(ctx, token));
  if (!challenge) return refused("over");
  const answer = readCredential<"registration">(credential);
  const verified = answer && (await verify(answer, { challenge, origin }));
  if (!verified) return refused("not_proven");
  const { credential: made, credentialBackedUp: isBackedUp } = verified;
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await lockPerson(tx);
    if ((await db.$count(passkeys, eq(passkeys.userId, userId))) >= MOST_PASSKEYS) return refused("too_many");
    const first = !(await hasSecondFactor(db, userId));
    const { id, publicKey, counter, transports = [] } = made;
    const row = { id, userId, publicKey, counter, transports, isBackedUp, name, createdAt: ctx.now };
    const [added] = await db.insert(passkeys).values(row).onConflictDoNothing().returning();
    if (!added) return refused("not_proven");
    await noteProven(tx, sessionId, { first });
    await tellOfChange(tx, "passkey_added");
    return done(null);
  });
}

/** Gone with the first answer, right or wrong. */
async function takeChallenge({ db, now, actor }: Context<Person>, token: string): Promise<string | null> {
  const mine = and(
    eq(signInAttempts.id, attemptId(token)),
    eq(signInAttempts.step, "passkey_registration"),
    eq(signInAttempts.userId, actor.userId),
    gt(signInAttempts.expiresAt, now),
  );
  const [attempt] = await db.delete(signInAttempts).where(mine).returning();
  return attempt?.detail.challenge ?? null;
}

type Answer = Parameters<typeof verifyRegistrationResponse>[0]["response"];

async function verify(response: Answer, { challenge, origin }: { challenge: string; origin: string }) {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
    });
    return registrationInfo ?? null;
  } catch {
    // Malformed, for another site, another challenge, or without the person's PIN or finger.
    return null;
  }
}
