import { acceptInvitation, joinByInvitation, type AcceptingRefusal } from "#app/domain/people/accepting.server.ts";
import { done, type Outcome } from "#app/domain/context.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { enter, type Entered } from "./entering.server.ts";
import type { SignedInPerson } from "./guards.server.ts";
import { hashPassword } from "./passwords.server.ts";

/** The role, and a session that begins with it: those of before ended. */
export function acceptAs(
  { db, now }: RequestContext,
  { id: userId, session }: SignedInPerson,
  { invitationId, device }: { invitationId: string; device: string },
): Promise<Outcome<Entered, AcceptingRefusal>> {
  return db.transaction(async (tx) => {
    const accepted = await acceptInvitation({ db: tx, now, actor: { kind: "person", userId } }, { invitationId });
    if (!accepted.ok) return accepted;
    const { method, secondFactorAt } = session;
    return done(await enter(tx, { userId, method, device, now, secondFactorProven: secondFactorAt !== null }));
  });
}

interface Newcomer {
  invitationId: string;
  name: string;
  /** Left out: signs in by mailed links. */
  password?: string | undefined;
  device: string;
}

/** Whoever came by the mailed link is in, with or without a password. */
export async function joinAs(
  { db, now, locale }: RequestContext,
  { invitationId, name, password, device }: Newcomer,
): Promise<Outcome<Entered, AcceptingRefusal | "has_account">> {
  const passwordHash = password === undefined ? null : await hashPassword(password);
  return db.transaction(async (tx) => {
    const ctx = { db: tx, now, actor: { kind: "visitor", userId: null } } as const;
    const joined = await joinByInvitation(ctx, { invitationId, name, passwordHash, locale });
    if (!joined.ok) return joined;
    const method = password === undefined ? "email_link" : "password";
    return done(await enter(tx, { userId: joined.value.userId, method, device, now, secondFactorProven: false }));
  });
}
