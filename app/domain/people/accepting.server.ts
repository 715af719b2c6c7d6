/**
 * Accepting an invitation: by whom it was sent to, once. Whoever holds its link reads mail to its address, so a new
 * account's address counts as verified; somebody who has an account accepts signed in to that one.
 */
import { and, eq, isNull, sql } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { invitations } from "#db/schema/invitations.ts";
import { mails } from "#db/schema/mail.ts";
import { organizations } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import type { Database } from "#db/database.ts";
import { done, refused, type Context, type Outcome, type Person, type Visitor } from "../context.ts";
import { claimInvited } from "../opportunities/claiming.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { endSessions } from "./end-sessions.server.ts";
import { giveRole, type RoleRefusal } from "./giving-roles.server.ts";
import { hasOwner } from "./first-member.server.ts";
import { stateOf, type InvitedRole } from "./invitation.ts";
import { subjectOf, type Invitation } from "./invitations.server.ts";

/** What its reader is told; null: there is none. */
export async function getInvitation(db: Database, invitationId: string, now: Date) {
  const [row] = await db
    .select({
      invitation: invitations,
      district: { name: districts.name, slug: districts.slug },
      organization: { name: organizations.name },
      invitedBy: users.name,
    })
    .from(invitations)
    .leftJoin(districts, eq(districts.id, invitations.districtId))
    .leftJoin(organizations, eq(organizations.id, invitations.organizationId))
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(eq(invitations.id, invitationId));
  if (!row) return null;
  const { id, role, email, locale, acceptedBy } = row.invitation;
  return {
    ...{ id, role, email, locale, acceptedBy },
    state: stateOf(row.invitation, now),
    place: row.district?.name ?? row.organization?.name ?? "",
    districtSlug: row.district?.slug ?? null,
    invitedBy: row.invitedBy,
    hasAccount: (await accountOf(db, email)) !== undefined,
  };
}

export type AcceptingRefusal = "not_open" | "other_address" | RoleRefusal;
type Accepted = { userId: string };

/** Somebody with an account takes the role on; their sessions end, since a role begins with a new one. */
export function acceptInvitation(
  ctx: Context<Person>,
  { invitationId }: { invitationId: string },
): Promise<Outcome<Accepted, AcceptingRefusal>> {
  const { userId } = ctx.actor;
  return ctx.db.transaction(async (tx) => {
    const invitation = await lockOpen(tx, invitationId, ctx.now);
    if (!invitation) return refused("not_open");
    const [user] = await tx.select().from(users).where(eq(users.id, userId));
    if (user?.email.toLowerCase() !== invitation.email.toLowerCase()) return refused("other_address");
    return accept({ ...ctx, db: tx }, invitation, userId);
  });
}

export interface Joining {
  invitationId: string;
  name: string;
  /** Null: signs in by mailed links only. */
  passwordHash: string | null;
  locale: "en" | "es";
}

/** Somebody new; `has_account`: they sign in and accept as who they are. */
export function joinByInvitation(
  ctx: Context<Visitor>,
  { invitationId, name, passwordHash, locale }: Joining,
): Promise<Outcome<Accepted, AcceptingRefusal | "has_account">> {
  return ctx.db.transaction(async (tx) => {
    const invitation = await lockOpen(tx, invitationId, ctx.now);
    if (!invitation) return refused("not_open");
    const { email } = invitation;
    if (await accountOf(tx, email)) return refused("has_account");
    // Somebody made an account of this address and never proved to read its mail: it is not theirs.
    await tx.delete(users).where(and(hasAddress(email), isNull(users.emailVerifiedAt)));
    const [user] = await tx
      .insert(users)
      .values({ email, name, passwordHash, locale, emailVerifiedAt: ctx.now, createdAt: ctx.now })
      .returning({ id: users.id });
    return accept({ ...ctx, db: tx, actor: { kind: "person", userId: user!.id } }, invitation, user!.id);
  });
}

/** Under 13 nothing is kept: neither the invitation, nor the mail that brought it. */
export async function forgetInvitation(ctx: Context<Visitor>, invitationId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await tx.delete(mails).where(sql`${mails.data} ->> 'invitationId' = ${invitationId}`);
    await tx.delete(invitations).where(and(eq(invitations.id, invitationId), isNull(invitations.acceptedAt)));
  });
}

async function accept(
  ctx: Context<Person>,
  invitation: Invitation,
  userId: string,
): Promise<Outcome<Accepted, RoleRefusal>> {
  const role = await roleNow(ctx, invitation);
  const given = await giveRole(ctx, userId, { ...invitation, role });
  if (!given.ok) return given;
  await ctx.db
    .update(invitations)
    .set({ acceptedAt: ctx.now, acceptedBy: userId })
    .where(eq(invitations.id, invitation.id));
  await recordEvent(ctx, "invitation.accepted", subjectOf(invitation));
  await endSessions(ctx.db, userId);
  return done({ userId });
}

/** Whoever was asked to claim what was entered for an organization owns it, unless somebody has come to own it since. */
async function roleNow(ctx: Context<Person>, invitation: Invitation): Promise<InvitedRole> {
  const { organizationId, role } = invitation;
  const asked = await claimInvited(ctx, invitation);
  return asked > 0 && organizationId && (await hasOwner(ctx, organizationId)) ? "member" : role;
}

/** Of clicks in parallel the second waits here, and finds it accepted. */
async function lockOpen(tx: Database, id: string, now: Date): Promise<Invitation | null> {
  const [invitation] = await tx.select().from(invitations).where(eq(invitations.id, id)).for("update");
  return invitation && stateOf(invitation, now) === "open" ? invitation : null;
}

const hasAddress = (email: string) => eq(sql`lower(${users.email})`, email.toLowerCase());

async function accountOf(db: Database, email: string) {
  const [user] = await db.select().from(users).where(hasAddress(email));
  return user?.emailVerifiedAt ? user : undefined;
}
