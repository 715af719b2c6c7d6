/** The second step of signing in: a browser that proved the first one has ten minutes and a few tries for the second. */
import { and, eq, gt, isNotNull, lt, sql } from "drizzle-orm";
import { users } from "#db/schema/people.ts";
import { authenticators, passkeys, signInAttempts } from "#db/schema/sign-in.ts";
import { done, refused, type Outcome } from "#app/domain/context.ts";
import { recordEvent } from "#app/domain/events/record-event.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { proveByCode } from "./authenticator-app.server.ts";
import { attemptId, enter, type Entered, type Entering } from "./entering.server.ts";

type Parts = Pick<RequestContext, "db" | "keys" | "now" | "demoAllowed">;

const TRIES = 8;

export interface SecondStep {
  userId: string;
  method: Entering["method"];
  /** What the person has to prove it with, besides recovery codes. */
  hasApp: boolean;
  hasPasskey: boolean;
}

/** Whom the attempt's cookie stands for; null when it is over, or there was none. */
export async function getSecondStep({ db, now, demoAllowed }: Parts, token: string | null): Promise<SecondStep | null> {
  if (!token) return null;
  const [found] = await db
    .select({ attempt: signInAttempts, user: users })
    .from(signInAttempts)
    .innerJoin(users, eq(users.id, signInAttempts.userId))
    .where(alive(token, now));
  if (!found || found.user.disabledAt || (found.user.isDemo && !demoAllowed)) return null;
  const userId = found.user.id;
  const [hasApp, hasPasskey] = await Promise.all([
    db.$count(authenticators, and(eq(authenticators.userId, userId), isNotNull(authenticators.confirmedAt))),
    db.$count(passkeys, eq(passkeys.userId, userId)),
  ]);
  const method = found.attempt.detail.method as Entering["method"];
  return { userId, method, hasApp: hasApp > 0, hasPasskey: hasPasskey > 0 };
}

/** `over`: too late, too often, or no attempt of this browser; the person signs in anew. */
export async function proveSecondStep(
  parts: Parts,
  { token, code, device }: { token: string; code: string; device: string },
): Promise<Outcome<Entered, "over" | "wrong_code">> {
  const { db, keys, now } = parts;
  const step = await getSecondStep(parts, token);
  if (!step) return refused("over");
  const { userId, method } = step;
  const [counted] = await db
    .update(signInAttempts)
    .set({ attempts: sql`${signInAttempts.attempts} + 1` })
    .where(alive(token, now))
    .returning();
  if (!counted) return refused("over");
  return db.transaction(async (tx) => {
    if (!(await proveByCode(tx, keys, userId, code, now))) {
      const actor = { kind: "visitor", userId: null } as const;
      await recordEvent({ db: tx, now, actor }, "person.second_factor_refused", { id: userId });
      return refused("wrong_code");
    }
    const [ended] = await tx
      .delete(signInAttempts)
      .where(eq(signInAttempts.id, attemptId(token)))
      .returning();
    if (!ended) return refused("over");
    return done(await enter(tx, { userId, method, device, now, secondFactorProven: true }));
  });
}

const alive = (token: string, now: Date) =>
  and(
    eq(signInAttempts.id, attemptId(token)),
    eq(signInAttempts.step, "second_factor"),
    gt(signInAttempts.expiresAt, now),
    lt(signInAttempts.attempts, TRIES),
  );
