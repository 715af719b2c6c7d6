/**
 * Signing in by a mail. Its link works at once in the browser that asked; anywhere else, where it may have been
 * forwarded or found in a history, the mail's code is asked for too. The browser that asked may be given the code
 * alone, read on another device.
 */
import { eq } from "drizzle-orm";
import { users } from "#db/schema/people.ts";
import { done, refused, type Outcome } from "#app/domain/context.ts";
import { SIGN_IN } from "#app/domain/mail/link-purposes.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { enter, type Entered } from "./entering.server.ts";
import type { Keys } from "./keys.server.ts";
import { linksAskedBy, lookAtLink, spendLinkById, takeTry } from "./one-time-links.server.ts";

type Parts = Pick<RequestContext, "db" | "keys" | "now" | "demoAllowed">;

interface Browser {
  /** Null: it asked for nothing. */
  browserHash: string | null;
  device: string;
}

export async function signInByLink(
  parts: Parts,
  { token, code, browserHash, device }: Browser & { token: string; code: string | null },
): Promise<Outcome<Entered, "dead" | "code_needed" | "wrong_code">> {
  const link = await lookAtLink(parts, "sign_in", token);
  if (!link) return refused("dead");
  if (link.browserHash !== browserHash) {
    if (code === null) return refused("code_needed");
    if (!(await takeTry(parts, link.id))) return refused("dead");
    if (!isCodeOf(parts.keys, link.id, code)) return refused("wrong_code");
  }
  return enterBy(parts, link.id, device);
}

/** The code alone, in the browser that asked: of whichever of its mails. */
export async function signInByCode(
  parts: Parts,
  { code, browserHash, device }: Browser & { code: string },
): Promise<Outcome<Entered, "wrong_code">> {
  const asked = browserHash ? await linksAskedBy(parts, "sign_in", browserHash) : [];
  for (const { id } of asked)
    if ((await takeTry(parts, id)) && isCodeOf(parts.keys, id, code)) {
      const outcome = await enterBy(parts, id, device);
      return outcome.ok ? outcome : refused("wrong_code");
    }
  return refused("wrong_code");
}

const isCodeOf = (keys: Keys, linkId: string, typed: string) => keys.code(SIGN_IN, linkId) === typed.replace(/\D/g, "");

function enterBy({ db, now, demoAllowed }: Parts, linkId: string, device: string): Promise<Outcome<Entered, "dead">> {
  return db.transaction(async (tx) => {
    const link = await spendLinkById({ db: tx, now }, "sign_in", linkId);
    const [user] = link ? await tx.select().from(users).where(eq(users.id, link.userId)) : [];
    if (!user || (user.isDemo && !demoAllowed)) return refused("dead");
    // The mail proves the address. A password set before anyone had proven it may be another's.
    if (!user.emailVerifiedAt)
      await tx.update(users).set({ emailVerifiedAt: now, passwordHash: null }).where(eq(users.id, user.id));
    const entering = { userId: user.id, method: "email_link", device, now, secondFactorProven: false } as const;
    return done(await enter(tx, entering));
  });
}
