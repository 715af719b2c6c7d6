/**
 * A link by mail for who asks for one. Asking costs the same whether or not the address has an account: it leaves a
 * sealed note for a job, which looks. So neither the answer nor its time tells who has one.
 */
import { and, isNull, sql } from "drizzle-orm";
import { users } from "#db/schema/people.ts";
import { tell } from "#app/domain/mail/tell.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { createLink } from "./one-time-links.server.ts";

const SEALED_FOR = "asked-link";
const MAIL = { sign_in: "person-sign-in-asked", reset_password: "person-password-reset-asked" } as const;

interface Asked {
  purpose: keyof typeof MAIL;
  email: string;
  browserHash: string;
}

type Parts = Pick<RequestContext, "db" | "keys" | "now">;

export function askForLink({ db, keys }: Parts, asked: Asked): Promise<void> {
  const sealed = keys.seal(SEALED_FOR, JSON.stringify(asked));
  return enqueue(db, "send-asked-link", { sealed }, { priority: -10 });
}

/** Makes the link and tells the person; nothing for an address nobody here has. */
export async function sendAskedLink({ db, keys, now }: Parts, sealed: string): Promise<void> {
  const note = keys.open(SEALED_FOR, sealed);
  // Sealed under a secret that is no longer ours.
  if (note === null) return;
  const { purpose, email, browserHash } = JSON.parse(note) as Asked;
  const theirs = and(sql`lower(${users.email}) = lower(${email})`, isNull(users.disabledAt));
  await db.transaction(async (tx) => {
    const [user] = await tx.select({ id: users.id, email: users.email }).from(users).where(theirs);
    if (!user) return;
    const linkId = await createLink({ db: tx, now }, { purpose, userId: user.id, email: user.email, browserHash });
    const actor = { kind: "visitor", userId: null } as const;
    await tell({ db: tx, now, actor }, MAIL[purpose], { userId: user.id }, { linkId });
  });
}
