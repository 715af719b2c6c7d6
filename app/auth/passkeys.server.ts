/** A person's passkeys, by their own names for them; the private halves never leave their devices. */
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { authenticators, passkeys, recoveryCodes } from "#db/schema/sign-in.ts";
import { done, refused, type Context, type Outcome, type Person } from "#app/domain/context.ts";
import { once } from "#app/domain/once.server.ts";
import type { LastFactor } from "./authenticator-app.server.ts";
import { lockPerson, tellOfChange } from "./second-factor-change.server.ts";

export const LONGEST_NAME = 60;

export const listPasskeys = ({ db, actor }: Context<Person>) =>
  db
    .select({ id: passkeys.id, name: passkeys.name, createdAt: passkeys.createdAt, lastUsedAt: passkeys.lastUsedAt })
    .from(passkeys)
    .where(eq(passkeys.userId, actor.userId))
    .orderBy(asc(passkeys.createdAt));

const own = ({ actor }: Context<Person>, id: string) => and(eq(passkeys.id, id), eq(passkeys.userId, actor.userId));

/** One's own; another's and none are the same null. */
export async function getPasskey(ctx: Context<Person>, id: string) {
  const [passkey] = await ctx.db.select({ id: passkeys.id, name: passkeys.name }).from(passkeys).where(own(ctx, id));
  return passkey ?? null;
}

export async function renamePasskey(
  ctx: Context<Person>,
  { id, name }: { id: string; name: string },
): Promise<Outcome<null, "not_found">> {
  const [renamed] = await ctx.db.update(passkeys).set({ name }).where(own(ctx, id)).returning();
  return renamed ? done(null) : refused("not_found");
}

export type PasskeyRemovalRefusal = "not_found" | Exclude<LastFactor, "yes">;

/** `mayBeLast`: what `mayBeWithout` says of the person. */
export function removePasskey(
  ctx: Context<Person>,
  { id, idempotencyKey, mayBeLast }: { id: string; idempotencyKey: string; mayBeLast: LastFactor },
): Promise<Outcome<null, PasskeyRemovalRefusal>> {
  return once<Person, null, PasskeyRemovalRefusal>(ctx, "remove-passkey", idempotencyKey, async (ctx) => {
    await lockPerson(ctx);
    if (!(await getPasskey(ctx, id))) return refused("not_found");
    const isLast = (await countFactors(ctx)) === 1;
    if (isLast && mayBeLast !== "yes") return refused(mayBeLast);
    await ctx.db.delete(passkeys).where(own(ctx, id));
    if (isLast) await ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.userId, ctx.actor.userId));
    await tellOfChange(ctx, "passkey_removed");
    return done(null);
  });
}

/** Passkeys, and the app if it is on. */
export async function countFactors({ db, actor: { userId } }: Context<Person>): Promise<number> {
  const app = and(eq(authenticators.userId, userId), isNotNull(authenticators.confirmedAt));
  return (await db.$count(passkeys, eq(passkeys.userId, userId))) + (await db.$count(authenticators, app));
}
