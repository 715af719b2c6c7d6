/**
 * What follows whenever a person's second factor changes: the log, a mail to the person, and the end of sessions that
 * began without one.
 */
import { and, eq } from "drizzle-orm";
import { sessions, users } from "#db/schema/people.ts";
import type { Context, Person } from "#app/domain/context.ts";
import type { EventName } from "#app/domain/events/event-names.ts";
import { recordEvent } from "#app/domain/events/record-event.server.ts";
import type { SecondFactorChange } from "#app/domain/mail/mails.ts";
import { tell } from "#app/domain/mail/tell.server.ts";
import { endSessions } from "./sessions.server.ts";

const EVENTS: Record<SecondFactorChange, EventName> = {
  app_added: "person.second_factor_added",
  app_removed: "person.second_factor_removed",
  codes_renewed: "person.recovery_codes_renewed",
  passkey_added: "person.second_factor_added",
  passkey_removed: "person.second_factor_removed",
};

export async function tellOfChange(ctx: Context<Person>, change: SecondFactorChange): Promise<void> {
  const { userId } = ctx.actor;
  await recordEvent(ctx, EVENTS[change], { id: userId, detail: { change } });
  await tell(ctx, "person-second-factor-changed", { userId }, { change });
}

/** Two changes of one person's factors wait for each other, so that the last two are not both taken away. */
export const lockPerson = ({ db, actor }: Context<Person>) =>
  db.select({ id: users.id }).from(users).where(eq(users.id, actor.userId)).for("update");

/**
 * `sessionId` (public) has just proven it. Whoever is in the person's other sessions has not, when it is the first:
 * they have to sign in again.
 */
export async function noteProven(
  { db, now, actor: { userId } }: Context<Person>,
  sessionId: string,
  { first }: { first: boolean },
): Promise<void> {
  const own = and(eq(sessions.userId, userId), eq(sessions.publicId, sessionId));
  await db.update(sessions).set({ secondFactorAt: now }).where(own);
  if (first) await endSessions(db, userId, { except: sessionId });
}
