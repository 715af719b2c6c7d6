import { and, eq, isNotNull } from "drizzle-orm";
import { sessions, users } from "#db/schema/people.ts";
import { authenticators, federatedIdentities, passkeys } from "#db/schema/sign-in.ts";
import type { Context, Person } from "#app/domain/context.ts";
import { countCodes } from "./recovery-codes.server.ts";

/** How a person signs in, each way with its state: the index of their security pages. */
export async function getSecurity(ctx: Context<Person>) {
  const { db, actor } = ctx;
  const { userId } = actor;
  const [password, app, codes, keys, schools, browsers] = await Promise.all([
    db.$count(users, and(eq(users.id, userId), isNotNull(users.passwordHash))),
    db.$count(authenticators, and(eq(authenticators.userId, userId), isNotNull(authenticators.confirmedAt))),
    countCodes(ctx),
    db.$count(passkeys, eq(passkeys.userId, userId)),
    db.$count(federatedIdentities, eq(federatedIdentities.userId, userId)),
    db.$count(sessions, eq(sessions.userId, userId)),
  ]);
  return { hasPassword: password > 0, hasApp: app > 0, codes, passkeys: keys, schools, sessions: browsers };
}
