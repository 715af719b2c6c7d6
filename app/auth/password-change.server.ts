/**
 * New passwords, by a link of a mail for who forgot theirs, or by the old one. Both close every other way into the
 * account that was open, and tell its person.
 */
import { eq } from "drizzle-orm";
import { users } from "#db/schema/people.ts";
import { done, refused, type Context, type Outcome, type Person } from "#app/domain/context.ts";
import { recordEvent } from "#app/domain/events/record-event.server.ts";
import { tell } from "#app/domain/mail/tell.server.ts";
import { once } from "#app/domain/once.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { enter, hasSecondFactor, type Entered } from "./entering.server.ts";
import { lookAtLink, spendLink } from "./one-time-links.server.ts";
import { shutOut } from "./shutting-out.server.ts";

type Parts = Pick<RequestContext, "db" | "keys" | "now" | "demoAllowed">;

/** Whose new password it is, for the rules: null when the link is dead. */
export async function holderOfReset(parts: Parts, token: string) {
  const link = await lookAtLink(parts, "reset_password", token);
  return link && passwordHolder(parts, link.userId);
}

export async function passwordHolder({ db }: Pick<Parts, "db">, userId: string) {
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  if (!user) throw new Error("a link or session without its person");
  const { name, email, passwordHash } = user;
  return { name, email, passwordHash, hasSecondFactor: await hasSecondFactor(db, userId) };
}

/** The mail proves the address, and nothing more: whoever has a second factor is asked for it next. */
export function resetPassword(
  { db, keys, now, demoAllowed }: Parts,
  { token, passwordHash, device }: { token: string; passwordHash: string; device: string },
): Promise<Outcome<Entered, "dead">> {
  return db.transaction(async (tx) => {
    const link = await spendLink({ db: tx, keys, now }, "reset_password", token);
    const [user] = link ? await tx.select().from(users).where(eq(users.id, link.userId)) : [];
    if (!user || (user.isDemo && !demoAllowed)) return refused("dead");
    const ctx: Context<Person> = { db: tx, now, actor: { kind: "person", userId: user.id } };
    await tx
      .update(users)
      .set({ passwordHash, emailVerifiedAt: user.emailVerifiedAt ?? now })
      .where(eq(users.id, user.id));
    await tellOfNewPassword(ctx, "reset", {});
    return done(await enter(tx, { userId: user.id, method: "email_link", device, now, secondFactorProven: false }));
  });
}

interface Change {
  passwordHash: string;
  /** The session that changes it, by its public id: it stays. */
  sessionId: string;
  idempotencyKey: string;
}

/** The caller has confirmed the person. */
export function changePassword(ctx: Context<Person>, { passwordHash, sessionId, idempotencyKey }: Change) {
  return once<Person, null, never>(ctx, "change-password", idempotencyKey, async (ctx) => {
    await ctx.db.update(users).set({ passwordHash }).where(eq(users.id, ctx.actor.userId));
    await tellOfNewPassword(ctx, "changed", { except: sessionId });
    return done(null);
  });
}

async function tellOfNewPassword(ctx: Context<Person>, how: "reset" | "changed", { except }: { except?: string }) {
  const { userId } = ctx.actor;
  await shutOut(ctx, userId, { except });
  await recordEvent(ctx, "person.password_changed", { id: userId, detail: { how } });
  await tell(ctx, "person-password-changed", { userId }, {});
}
