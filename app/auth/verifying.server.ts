/**
 * Proving the address of a new account. In the browser that signed up the link is enough. Anywhere else the password
 * chosen there is asked for: else somebody could sign up with another's address and a password of their own, and wait
 * for the other to follow the mail.
 */
import { eq } from "drizzle-orm";
import { users } from "#db/schema/people.ts";
import { done, refused, type Outcome } from "#app/domain/context.ts";
import { recordEvent } from "#app/domain/events/record-event.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { enter, type Entered } from "./entering.server.ts";
import { lookAtLink, spendLinkById, takeTry, type OneTimeLink } from "./one-time-links.server.ts";
import { passwordMatches } from "./passwords.server.ts";

type Parts = Pick<RequestContext, "db" | "keys" | "now" | "demoAllowed">;

/** Whether the password is asked for too; null when the link is dead. */
export async function whatVerifyingTakes(
  parts: Parts,
  { token, browserHash }: { token: string; browserHash: string | null },
): Promise<"link" | "password" | null> {
  const link = await lookAtLink(parts, "verify_email", token);
  if (!link) return null;
  const isElsewhere = link.browserHash !== null && link.browserHash !== browserHash;
  return isElsewhere && (await hashOf(parts, link)) !== null ? "password" : "link";
}

export async function verifyAddress(
  parts: Parts,
  verifying: { token: string; browserHash: string | null; password: string | undefined; device: string },
): Promise<Outcome<Entered, "dead" | "password_needed" | "wrong_password">> {
  const takes = await whatVerifyingTakes(parts, verifying);
  const link = takes && (await lookAtLink(parts, "verify_email", verifying.token));
  if (!link) return refused("dead");
  if (takes === "password") {
    if (!verifying.password) return refused("password_needed");
    if (!(await takeTry(parts, link.id))) return refused("dead");
    if (!(await passwordMatches(await hashOf(parts, link), verifying.password))) return refused("wrong_password");
  }
  const { now } = parts;
  return parts.db.transaction(async (tx) => {
    const spent = await spendLinkById({ db: tx, now }, "verify_email", link.id);
    if (!spent) return refused("dead");
    const { userId } = spent;
    await tx.update(users).set({ emailVerifiedAt: now }).where(eq(users.id, userId));
    const actor = { kind: "person", userId } as const;
    await recordEvent({ db: tx, now, actor }, "person.address_verified", { id: userId });
    const { device } = verifying;
    return done(await enter(tx, { userId, method: "email_link", device, now, secondFactorProven: false }));
  });
}

async function hashOf({ db }: Parts, { userId }: OneTimeLink): Promise<string | null> {
  const [user] = await db.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, userId));
  return user?.passwordHash ?? null;
}
