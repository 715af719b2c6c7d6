/**
 * Another e-mail address: asked for at the account, done by whoever reads mail to the new address and is signed in to
 * the account. The old address is told. Whether the new one has an account is said to nobody but its reader.
 */
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { users } from "#db/schema/people.ts";
import { done, refused, type Context, type Outcome, type Person } from "#app/domain/context.ts";
import { recordEvent } from "#app/domain/events/record-event.server.ts";
import { tell } from "#app/domain/mail/tell.server.ts";
import { once } from "#app/domain/once.server.ts";
import type { Keys } from "./keys.server.ts";
import { createLink, endLinks, lookAtLink, spendLink } from "./one-time-links.server.ts";
import { endSessions } from "./sessions.server.ts";

/** Mails the new address; the outcome is the same whether or not somebody has it. */
export function askForAddress(
  ctx: Context<Person>,
  { email, idempotencyKey }: { email: string; idempotencyKey: string },
) {
  return once<Person, null, never>(ctx, "ask-for-address", idempotencyKey, async (ctx) => {
    const { userId } = ctx.actor;
    const [holder] = await ctx.db
      .select({ id: users.id })
      .from(users)
      .where(and(hasAddress(email), isNotNull(users.emailVerifiedAt)));
    if (holder) {
      await tell(ctx, "person-account-exists", { userId: holder.id }, {});
      return done(null);
    }
    const linkId = await createLink(ctx, { purpose: "change_email", userId, email });
    await tell(ctx, "person-address-change-asked", { userId, address: email }, { linkId });
    return done(null);
  });
}

export type AddressRefusal = "not_open" | "taken";

/** `sessionId`: the one that stays. */
export function changeAddress(
  { keys, ...ctx }: Context<Person> & { keys: Keys },
  { token, sessionId }: { token: string; sessionId: string },
): Promise<Outcome<{ email: string }, AddressRefusal>> {
  const { userId } = ctx.actor;
  return ctx.db.transaction(async (tx) => {
    const signed = { ...ctx, db: tx, keys };
    // Another person's link is none, and stays theirs.
    if ((await lookAtLink(signed, "change_email", token))?.userId !== userId) return refused("not_open");
    const link = await spendLink(signed, "change_email", token);
    if (!link) return refused("not_open");
    const { email } = link;
    // An account of this address that nobody proved to be theirs gives way.
    await tx.delete(users).where(and(hasAddress(email), isNull(users.emailVerifiedAt)));
    const [holder] = await tx.select({ id: users.id }).from(users).where(hasAddress(email));
    if (holder && holder.id !== userId) return refused("taken");
    const [before] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
    await tx.update(users).set({ email, emailVerifiedAt: ctx.now }).where(eq(users.id, userId));
    const inside = { ...ctx, db: tx };
    await tell(inside, "person-address-changed", { userId, address: before!.email }, {});
    await recordEvent(inside, "person.address_changed", { id: userId });
    await endLinks(inside, userId);
    await endSessions(tx, userId, { except: sessionId });
    return done({ email });
  });
}

const hasAddress = (email: string) => eq(sql`lower(${users.email})`, email.toLowerCase());
