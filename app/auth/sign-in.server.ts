import { sql } from "drizzle-orm";
import { users } from "#db/schema/people.ts";
import { done, refused, type Context, type Outcome, type Visitor } from "#app/domain/context.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { recordRefusal } from "#app/domain/events/refusals.server.ts";
import { enter, type Entered } from "./entering.server.ts";
import { passwordMatches } from "./passwords.server.ts";

/**
 * Signs a person in with e-mail and password. There is one refusal: no account, no password, a wrong one, an address
 * nobody has verified, a disabled person and a demo person in production answer alike, in text and in time.
 */
export async function signIn(
  { db, now, demoAllowed }: Pick<RequestContext, "db" | "now" | "demoAllowed">,
  { email, password, device }: { email: string; password: string; device: string },
): Promise<Outcome<Entered, "wrong_credentials">> {
  const [user] = await db
    .select()
    .from(users)
    .where(sql`lower(${users.email}) = lower(${email})`);
  const matches = await passwordMatches(user?.passwordHash, password);
  if (!user || !matches || user.disabledAt || !user.emailVerifiedAt || (user.isDemo && !demoAllowed)) {
    if (user) noteRefusal({ db, now }, user.id);
    return refused("wrong_credentials");
  }
  const entering = { userId: user.id, method: "password", device, now, secondFactorProven: false } as const;
  return db.transaction(async (tx) => done(await enter(tx, entering)));
}

/** When the answer is long gone: an address nobody has must be answered as fast. */
const NOTED_AFTER_MS = 500;

/** Best effort: a log that cannot be written stops nobody from trying again. */
function noteRefusal({ db, now }: Pick<RequestContext, "db" | "now">, userId: string) {
  const ctx: Context<Visitor> = { db, now, actor: { kind: "visitor", userId: null } };
  const note = () => void recordRefusal(ctx, "sign_in.refused", userId, "password").catch(() => {});
  setTimeout(note, NOTED_AFTER_MS).unref();
}
