import { sql } from "drizzle-orm";
import { users } from "#db/schema/people.ts";
import { done, refused, type Outcome } from "#app/domain/context.ts";
import { recordEvent } from "#app/domain/events/record-event.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { passwordMatches } from "./passwords.server.ts";
import { beginSession } from "./sessions.server.ts";

/**
 * Signs a person in with e-mail and password. There is one refusal: no account, no password, a wrong one, a disabled
 * person and a demo person in production answer alike, in text and in time.
 */
export async function signIn(
  { db, now, demoAllowed }: Pick<RequestContext, "db" | "now" | "demoAllowed">,
  { email, password, device }: { email: string; password: string; device: string },
): Promise<Outcome<{ token: string; userId: string; locale: Locale }, "wrong_credentials">> {
  const [user] = await db
    .select()
    .from(users)
    .where(sql`lower(${users.email}) = lower(${email})`);
  const matches = await passwordMatches(user?.passwordHash, password);
  if (!user || !matches || user.disabledAt || (user.isDemo && !demoAllowed)) return refused("wrong_credentials");
  return db.transaction(async (tx) => {
    const token = await beginSession(tx, { userId: user.id, now, device, method: "password", secondFactorAt: null });
    await recordEvent({ db: tx, now, actor: { kind: "system", userId: null } }, "person.signed_in", { id: user.id });
    return done({ token, userId: user.id, locale: user.locale });
  });
}
