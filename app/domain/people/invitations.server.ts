/**
 * Invitations: whoever answers for a district or an organization asks somebody to join it in a role. An address with an
 * account and one without look the same to whoever invites; what the address is to us is said to its reader alone.
 */
import { and, asc, eq, inArray, isNull, sql, type SQL } from "drizzle-orm";
import { invitations } from "#db/schema/invitations.ts";
import { memberships } from "#db/schema/organizations.ts";
import { districtStaff, users } from "#db/schema/people.ts";
import { done, refused, type Admin, type Context, type Coordinator, type Operator } from "../context.ts";
import type { Outcome, Partner } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { tell } from "../mail/tell.server.ts";
import { once } from "../once.server.ts";
import { FAMILY_ROLES, INVITATION_DAYS, RESEND_MINUTES } from "./invitation.ts";
import type { FamilyRole, InvitedRole, MemberRole, StaffRole } from "./invitation.ts";

export type Inviter = Admin | Coordinator | Partner | Operator;
export type Invitation = typeof invitations.$inferSelect;
type Place = Pick<Invitation, "districtId" | "organizationId">;

export interface Inviting<R extends InvitedRole> {
  email: string;
  role: R;
  /** The language of the mail; an account has its own. */
  locale: "en" | "es";
  idempotencyKey: string;
}
export type InvitingRefusal = "invited_already" | "here_already";
type Sent = { invitationId: string };

const inDays = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000);

export async function inviteStaff(ctx: Context<Admin>, inviting: Inviting<StaffRole>) {
  return invite(ctx, inviting, { districtId: ctx.actor.districtId, organizationId: null });
}

export async function inviteFamily(ctx: Context<Admin | Coordinator>, inviting: Inviting<FamilyRole>) {
  return invite(ctx, inviting, { districtId: ctx.actor.districtId, organizationId: null });
}

/** `not_found`: not an organization of theirs; `not_owner`: members invite nobody. */
export async function inviteMember(
  ctx: Context<Partner>,
  { organizationId, ...inviting }: Inviting<MemberRole> & { organizationId: string },
): Promise<Outcome<Sent, InvitingRefusal | "not_found" | "not_owner">> {
  if (!ctx.actor.organizationIds.includes(organizationId)) return refused("not_found");
  if (!(await isOwner(ctx, organizationId))) return refused("not_owner");
  return invite(ctx, inviting, { districtId: null, organizationId });
}

/** A new district's first admin; the admin invites everyone else. */
export async function inviteFirstAdmin(
  ctx: Context<Operator>,
  { districtId, ...inviting }: Omit<Inviting<"admin">, "role"> & { districtId: string },
) {
  return invite(ctx, { ...inviting, role: "admin" as const }, { districtId, organizationId: null });
}

function invite<A extends Inviter>(ctx: Context<A>, inviting: Inviting<InvitedRole>, place: Place) {
  const { email, role, locale, idempotencyKey } = inviting;
  return once<A, Sent, InvitingRefusal>(ctx, "invite", idempotencyKey, async (ctx) => {
    if (await isHereAlready(ctx, email, role, place)) return refused("here_already");
    const fresh = { sentCount: 1, lastSentAt: ctx.now, expiresAt: inDays(ctx.now, INVITATION_DAYS) };
    // An invitation that ran out gives way to the new one.
    const [earlier] = await ctx.db
      .select()
      .from(invitations)
      .where(and(isUndecided, isAt(place), eq(invitations.role, role), isTo(email)))
      .for("update");
    if (earlier && earlier.expiresAt > ctx.now) return refused("invited_already");
    if (earlier) await ctx.db.update(invitations).set({ revokedAt: ctx.now }).where(eq(invitations.id, earlier.id));
    const [sent] = await ctx.db
      .insert(invitations)
      .values({ ...place, ...fresh, email, role, locale, invitedBy: ctx.actor.userId, createdAt: ctx.now })
      // Two at once: the other one's is sent.
      .onConflictDoNothing()
      .returning();
    if (!sent) return refused("invited_already");
    await send(ctx, sent, "invitation.sent");
    return done({ invitationId: sent.id });
  });
}

interface Changing {
  invitationId: string;
  idempotencyKey: string;
}

/** Mails the link again and begins its days anew. */
export function resendInvitation<A extends Inviter>(ctx: Context<A>, { invitationId, idempotencyKey }: Changing) {
  type Refusal = "not_found" | "not_open" | "too_soon";
  return once<A, Sent, Refusal>(ctx, "resend-invitation", idempotencyKey, async (ctx) => {
    const invitation = await lockInvitation(ctx, invitationId);
    if (!invitation) return refused("not_found");
    if (invitation.acceptedAt || invitation.revokedAt) return refused("not_open");
    if (ctx.now.getTime() - invitation.lastSentAt.getTime() < RESEND_MINUTES * 60_000) return refused("too_soon");
    const expiresAt = inDays(ctx.now, INVITATION_DAYS);
    await ctx.db
      .update(invitations)
      .set({ sentCount: invitation.sentCount + 1, lastSentAt: ctx.now, expiresAt })
      .where(eq(invitations.id, invitationId));
    await send(ctx, invitation, "invitation.resent");
    return done({ invitationId });
  });
}

/** The link opens nothing from now on. */
export function revokeInvitation<A extends Inviter>(ctx: Context<A>, { invitationId, idempotencyKey }: Changing) {
  return once<A, Sent, "not_found" | "not_open">(ctx, "revoke-invitation", idempotencyKey, async (ctx) => {
    const invitation = await lockInvitation(ctx, invitationId);
    if (!invitation) return refused("not_found");
    if (invitation.acceptedAt || invitation.revokedAt) return refused("not_open");
    await ctx.db
      .update(invitations)
      .set({ revokedAt: ctx.now, revokedBy: ctx.actor.userId })
      .where(eq(invitations.id, invitationId));
    await recordEvent(ctx, "invitation.revoked", subjectOf(invitation));
    return done({ invitationId });
  });
}

/** In the caller's transaction: a role that is taken away does not come back by an older mail. */
export async function revokeInvitationsOf(
  ctx: Context<Admin | Partner>,
  userId: string,
  place: Place,
  roles: readonly InvitedRole[],
) {
  const address = ctx.db
    .select({ address: sql`lower(${users.email})` })
    .from(users)
    .where(eq(users.id, userId));
  const theirs = and(
    isUndecided,
    isAt(place),
    inArray(invitations.role, [...roles]),
    inArray(sql`lower(${invitations.email})`, address),
  );
  const revoked = await ctx.db
    .update(invitations)
    .set({ revokedAt: ctx.now, revokedBy: ctx.actor.userId })
    .where(theirs)
    .returning();
  for (const each of revoked) await recordEvent(ctx, "invitation.revoked", subjectOf(each));
}

/** What the actor sent, or others of their place, and nobody has answered: the newest last. */
export function listOpenInvitations(ctx: Context<Inviter>, roles: readonly InvitedRole[]) {
  return ctx.db
    .select({
      id: invitations.id,
      organizationId: invitations.organizationId,
      districtId: invitations.districtId,
      email: invitations.email,
      role: invitations.role,
      sentCount: invitations.sentCount,
      lastSentAt: invitations.lastSentAt,
      expiresAt: invitations.expiresAt,
      invitedBy: users.name,
    })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(and(isUndecided, isTheirs(ctx), inArray(invitations.role, [...roles])))
    .orderBy(asc(invitations.createdAt), asc(invitations.id));
}

export type OpenInvitation = Awaited<ReturnType<typeof listOpenInvitations>>[number];

const isUndecided = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));
const isTo = (email: string) => eq(sql`lower(${invitations.email})`, email.toLowerCase());
const isAt = ({ districtId, organizationId }: Place) =>
  districtId ? eq(invitations.districtId, districtId) : eq(invitations.organizationId, organizationId!);

/** An owner's own organizations; all of an admin's district; of a coordinator's the families; an operator's admins. */
function isTheirs({ actor, db }: Context<Inviter>): SQL | undefined {
  switch (actor.kind) {
    case "admin":
      return eq(invitations.districtId, actor.districtId);
    case "coordinator":
      return and(eq(invitations.districtId, actor.districtId), inArray(invitations.role, [...FAMILY_ROLES]));
    case "partner":
      return inArray(
        invitations.organizationId,
        db
          .select({ id: memberships.organizationId })
          .from(memberships)
          .where(and(eq(memberships.userId, actor.userId), eq(memberships.role, "owner"))),
      );
    case "operator":
      return eq(invitations.role, "admin");
  }
}

async function lockInvitation(ctx: Context<Inviter>, invitationId: string): Promise<Invitation | undefined> {
  const [invitation] = await ctx.db
    .select()
    .from(invitations)
    .where(and(eq(invitations.id, invitationId), isTheirs(ctx)))
    .for("update");
  return invitation;
}

export async function isOwner(ctx: Context<Partner>, organizationId: string): Promise<boolean> {
  const owns = and(
    eq(memberships.userId, ctx.actor.userId),
    eq(memberships.organizationId, organizationId),
    eq(memberships.role, "owner"),
  );
  return (await ctx.db.$count(memberships, owns)) > 0;
}

/** Only where the inviter sees the list of those who are there: staff and members, never families. */
async function isHereAlready(ctx: Context, email: string, role: InvitedRole, place: Place): Promise<boolean> {
  const [user] = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(eq(sql`lower(${users.email})`, email.toLowerCase()));
  if (!user) return false;
  if (place.organizationId) {
    const { organizationId } = place;
    const here = and(eq(memberships.userId, user.id), eq(memberships.organizationId, organizationId));
    return (await ctx.db.$count(memberships, here)) > 0;
  }
  if (role === "student" || role === "parent") return false;
  const here = and(eq(districtStaff.userId, user.id), eq(districtStaff.districtId, place.districtId!));
  return (await ctx.db.$count(districtStaff, and(here, isNull(districtStaff.disabledAt)))) > 0;
}

async function send(ctx: Context, invitation: Invitation, event: "invitation.sent" | "invitation.resent") {
  const { id, email: address, locale, districtId } = invitation;
  await tell(ctx, "person-invited", { address, locale }, { invitationId: id }, districtId ? { districtId } : {});
  await recordEvent(ctx, event, subjectOf(invitation));
}

export const subjectOf = ({ id, districtId, organizationId, role }: Invitation) => ({
  id,
  ...(districtId && { districtId }),
  detail: { role, ...(organizationId && { organizationId }) },
});
