import { eq } from "drizzle-orm";
import { users } from "#db/schema/people.ts";
import { done, refused, type Outcome } from "#app/domain/context.ts";
import { countTry } from "#app/http/rate-limits.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { passwordMatches } from "./passwords.server.ts";
import type { SignedInUser } from "./sessions.server.ts";

const RECENT_MINUTES = 10;

/** Whether this session began a moment ago, and so its person is likely still there. */
export const isRecent = ({ createdAt }: { createdAt: Date }, now: Date, minutes = RECENT_MINUTES): boolean =>
  now.getTime() - createdAt.getTime() < minutes * 60_000;

export type ConfirmationRefusal = "wrong_password" | "sign_in_again" | "too_many_tries";

/** How a page asks before a change that would let a thief stay: for the password, or for a sign-in just now. */
export async function confirmationOf(
  { db, now }: Pick<RequestContext, "db" | "now">,
  { id, session }: Pick<SignedInUser, "id" | "session">,
): Promise<"password" | "nothing" | "sign_in_again"> {
  const [user] = await db.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, id));
  if (user?.passwordHash) return "password";
  return isRecent(session, now) ? "nothing" : "sign_in_again";
}

/** Makes sure that the person themselves asks for such a change; tries count as sign-ins do. */
export async function confirmPerson(
  context: Pick<RequestContext, "db" | "now" | "keys" | "address">,
  { id, email, session }: Pick<SignedInUser, "id" | "email" | "session">,
  password: string | undefined,
): Promise<Outcome<null, ConfirmationRefusal>> {
  const [user] = await context.db.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, id));
  if (!user?.passwordHash) return isRecent(session, context.now) ? done(null) : refused("sign_in_again");
  if (await countTry(context, "sign_in", email)) return refused("too_many_tries");
  return (await passwordMatches(user.passwordHash, password ?? "")) ? done(null) : refused("wrong_password");
}
