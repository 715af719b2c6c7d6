/**
 * An app that shows six digits as the second factor. Its secret is sealed at rest and leaves the server once, on the
 * page that adds it; a code is accepted once, even by two processes at the same moment.
 */
import { and, eq, isNotNull, isNull, lt } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { authenticators, passkeys, recoveryCodes } from "#db/schema/sign-in.ts";
import { done, refused, type Context, type Outcome, type Person } from "#app/domain/context.ts";
import { once } from "#app/domain/once.server.ts";
import { hasSecondFactor } from "./entering.server.ts";
import type { Keys } from "./keys.server.ts";
import { countCodes, spendCode, writeCodes } from "./recovery-codes.server.ts";
import type { mayBeWithout } from "./second-factor-demand.server.ts";
import { lockPerson, noteProven, tellOfChange } from "./second-factor-change.server.ts";
import { acceptedStep, newSecret } from "./totp.server.ts";

const SEALED_FOR = "totp";
/** A secret that was shown and not confirmed is shown again for this long, then another is made. */
const BEGUN_MINUTES = 60;

export type AppState = { state: "none" } | { state: "begun"; secret: string } | { state: "on"; since: Date };

export async function getApp({ db, now, actor }: Context<Person>, keys: Keys): Promise<AppState> {
  const [app] = await db.select().from(authenticators).where(eq(authenticators.userId, actor.userId));
  if (app?.confirmedAt) return { state: "on", since: app.confirmedAt };
  const secret = app && app.createdAt > begunAfter(now) ? keys.open(SEALED_FOR, app.sealedSecret) : null;
  return secret ? { state: "begun", secret } : { state: "none" };
}

/** Makes a secret to be shown; one shown a moment ago stays, since a phone may hold it already. */
export async function beginApp({ db, now, actor }: Context<Person>, keys: Keys): Promise<void> {
  const fresh = { sealedSecret: keys.seal(SEALED_FOR, newSecret()), createdAt: now };
  await db
    .insert(authenticators)
    .values({ userId: actor.userId, ...fresh })
    .onConflictDoUpdate({
      target: authenticators.userId,
      set: fresh,
      setWhere: and(isNull(authenticators.confirmedAt), lt(authenticators.createdAt, begunAfter(now))),
    });
}

interface Confirming {
  code: string;
  /** The session that confirms, by its public id. */
  sessionId: string;
  idempotencyKey: string;
}

/** `batch` names the recovery codes that were made with it, if there were none. */
export function confirmApp(
  ctx: Context<Person>,
  keys: Keys,
  { code, sessionId, idempotencyKey }: Confirming,
): Promise<Outcome<{ batch: string | null }, "not_begun" | "wrong_code">> {
  return once<Person, { batch: string | null }, "not_begun" | "wrong_code">(
    ctx,
    "confirm-authenticator-app",
    idempotencyKey,
    async (ctx) => {
      await lockPerson(ctx);
      const app = await getApp(ctx, keys);
      if (app.state !== "begun") return refused("not_begun");
      const step = acceptedStep(app.secret, code, ctx.now, 0);
      if (step === null) return refused("wrong_code");
      const first = !(await hasSecondFactor(ctx.db, ctx.actor.userId));
      await ctx.db
        .update(authenticators)
        .set({ confirmedAt: ctx.now, lastStep: step })
        .where(eq(authenticators.userId, ctx.actor.userId));
      const batch = (await countCodes(ctx)) === 0 ? idempotencyKey : null;
      if (batch) await writeCodes(ctx, keys, batch);
      await noteProven(ctx, sessionId, { first });
      await tellOfChange(ctx, "app_added");
      return done({ batch });
    },
  );
}

export type RemovalRefusal = "not_on" | "wrong_code" | Exclude<LastFactor, "yes">;

/** `mayBeLast`: what `mayBeWithout` says of the person. */
export function removeApp(
  ctx: Context<Person>,
  keys: Keys,
  { code, idempotencyKey, mayBeLast }: { code: string; idempotencyKey: string; mayBeLast: LastFactor },
): Promise<Outcome<null, RemovalRefusal>> {
  return once<Person, null, RemovalRefusal>(ctx, "remove-authenticator-app", idempotencyKey, async (ctx) => {
    await lockPerson(ctx);
    const { userId } = ctx.actor;
    if ((await getApp(ctx, keys)).state !== "on") return refused("not_on");
    const isLast = (await ctx.db.$count(passkeys, eq(passkeys.userId, userId))) === 0;
    if (isLast && mayBeLast !== "yes") return refused(mayBeLast);
    // What was refused is kept, so the code is spent last.
    if (!(await proveByCode(ctx.db, keys, userId, code, ctx.now))) return refused("wrong_code");
    await ctx.db.delete(authenticators).where(eq(authenticators.userId, userId));
    if (isLast) await ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    await tellOfChange(ctx, "app_removed");
    return done(null);
  });
}

export type LastFactor = Awaited<ReturnType<typeof mayBeWithout>>;

/** Uses up six digits of the person's app, or one of their recovery codes. Null: it is neither. */
export async function proveByCode(
  db: Database,
  keys: Keys,
  userId: string,
  typed: string,
  now: Date,
): Promise<"app" | "recovery_code" | null> {
  const digits = typed.replace(/\s/g, "");
  if (/^\d{6}$/.test(digits)) return (await spendStep(db, keys, userId, digits, now)) ? "app" : null;
  return (await spendCode(db, keys, userId, typed, now)) ? "recovery_code" : null;
}

async function spendStep(db: Database, keys: Keys, userId: string, code: string, now: Date): Promise<boolean> {
  const theirs = and(eq(authenticators.userId, userId), isNotNull(authenticators.confirmedAt));
  const [app] = await db.select().from(authenticators).where(theirs);
  const secret = app && keys.open(SEALED_FOR, app.sealedSecret);
  const step = secret ? acceptedStep(secret, code, now, app.lastStep) : null;
  if (step === null) return false;
  // Of two requests with the same code, the second finds the step taken.
  const [taken] = await db
    .update(authenticators)
    .set({ lastStep: step })
    .where(and(theirs, lt(authenticators.lastStep, step)))
    .returning();
  return taken !== undefined;
}

const begunAfter = (now: Date) => new Date(now.getTime() - BEGUN_MINUTES * 60_000);
