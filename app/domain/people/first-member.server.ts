/** The first person of an organization nobody acts for: asked by the staff that wrote it down, through its contact. */
import { and, eq, isNull, sql, type SQL } from "drizzle-orm";
import { invitations } from "#db/schema/invitations.ts";
import { memberships } from "#db/schema/organizations.ts";
import type { Context, Coordinator, Visitor } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { INVITATION_DAYS } from "./invitation.ts";
import { subjectOf, type Invitation } from "./invitations.server.ts";

interface FirstMember {
  organizationId: string;
  email: string;
  locale: "en" | "es";
}

/** In the caller's transaction, which sends the mail. Who was asked already is asked again, with days that begin anew. */
export async function inviteFirstMember(
  ctx: Context<Coordinator>,
  { organizationId, email, locale }: FirstMember,
): Promise<Invitation> {
  const days = { lastSentAt: ctx.now, expiresAt: new Date(ctx.now.getTime() + INVITATION_DAYS * 86_400_000) };
  const [earlier] = await ctx.db
    .update(invitations)
    .set({ ...days, sentCount: sql`${invitations.sentCount} + 1` })
    .where(and(areOpenOf(organizationId), eq(sql`lower(${invitations.email})`, email.toLowerCase())))
    .returning();
  if (earlier) {
    await recordEvent(ctx, "invitation.resent", subjectOf(earlier));
    return earlier;
  }
  const role = (await hasOwner(ctx, organizationId)) ? ("member" as const) : ("owner" as const);
  const [sent] = await ctx.db
    .insert(invitations)
    .values({ organizationId, email, role, locale, invitedBy: ctx.actor.userId, createdAt: ctx.now, ...days })
    .returning();
  await recordEvent(ctx, "invitation.sent", subjectOf(sent!));
  return sent!;
}

/** Those of `ids` that are still open and went to another address than this. */
export async function revokeFirstMembers(ctx: Context<Coordinator>, ids: string[], except: string): Promise<void> {
  const elsewhere = sql`lower(${invitations.email}) <> ${except.toLowerCase()}`;
  for (const id of ids) await revoke(ctx, id, { revokedBy: ctx.actor.userId }, elsewhere);
}

/** Whoever was asked turned it down, without saying who they are. */
export const turnDownFirstMember = (ctx: Context<Visitor>, id: string) => revoke(ctx, id, { revokedBy: null });

async function revoke(ctx: Context, id: string, by: Pick<Invitation, "revokedBy">, only?: SQL): Promise<void> {
  const [revoked] = await ctx.db
    .update(invitations)
    .set({ revokedAt: ctx.now, ...by })
    .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt), only))
    .returning();
  if (revoked) await recordEvent(ctx, "invitation.revoked", subjectOf(revoked));
}

/** Whether somebody owns the organization, reachable or not. */
export const hasOwner = async ({ db }: Context, organizationId: string): Promise<boolean> =>
  (await db.$count(memberships, and(eq(memberships.organizationId, organizationId), eq(memberships.role, "owner")))) >
  0;

const areOpenOf = (organizationId: string) =>
  and(eq(invitations.organizationId, organizationId), isNull(invitations.acceptedAt), isNull(invitations.revokedAt));
