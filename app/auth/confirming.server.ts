import { eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { users } from "#db/schema/people.ts";
import { done, refused, type Outcome } from "#app/domain/context.ts";
import { countTry } from "#app/http/rate-limits.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { passwordMatches } from "./passwords.server.ts";
import type { SignedInUser } from "./sessions.server.ts";

const RECENT_MINUTES = 10;
/** For changing the address and deleting the account, as their pages say. */
export const ACCOUNT_MINUTES = 15;

/** Whether this session began a moment ago, and so its person is likely still there. */
export const isRecent = ({ createdAt }: { createdAt: Date }, now: Date, minutes = RECENT_MINUTES): boolean =>
  now.getTime() - createdAt.getTime() < minutes * 60_000;

export type ConfirmationRefusal = "wrong_password" | "sign_in_again" | "too_many_tries";

/** How a page asks before a change that would let a thief stay: for the password, or for a sign-in just now. */
export async function confirmationOf(
  { db, now }: Pick<RequestContext, "db" | "now">,
  { id, session }: Pick<SignedInUser, "id" | "session">,
  minutes?: number,
): Promise<"password" | "nothing" | "sign_in_again"> {
  if (await passwordHashOf(db, id)) return "password";
  return isRecent(session, now, minutes) ? "nothing" : "sign_in_again";
}

/** Whether it is them, by their password or, without one, by a sign-in just now. The caller counts the tries. */
export async function isThem(
  { db, now }: Pick<RequestContext, "db" | "now">,
  { id, session }: Pick<SignedInUser, "id" | "session">,
  password: string | undefined,
  minutes?: number,
): Promise<boolean> {
  const hash = await passwordHashOf(db, id);
  return hash ? passwordMatches(hash, password ?? "") : isRecent(session, now, minutes);
}

/** Makes sure that the person themselves asks for such a change; tries count as sign-ins do. */
export async function confirmPerson(
  context: Pick<RequestContext, "db" | "now" | "keys" | "address">,
  person: Pick<SignedInUser, "id" | "email" | "session">,
  password: string | undefined,
): Promise<Outcome<null, ConfirmationRefusal>> {
  const asks = await confirmationOf(context, person);
  if (asks === "sign_in_again") return refused(asks);
  if (asks === "nothing") return done(null);
  if (await countTry(context, "sign_in", person.email)) return refused("too_many_tries");
  return (await isThem(context, person, password)) ? done(null) : refused("wrong_password");
}

async function passwordHashOf(db: Database, userId: string): Promise<string | null> {
  const [user] = await db.select({ hash: users.passwordHash }).from(users).where(eq(users.id, userId));
  return user?.hash ?? null;
}
