/**
 * Who acts for an organization. Its owners decide who; its members see each other. An organization always has an owner.
 */
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { memberships, organizations } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import { done, refused, type Context, type Outcome, type Partner } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { endSessions } from "../people/end-sessions.server.ts";
import { MEMBER_ROLES, type MemberRole } from "../people/invitation.ts";
import { revokeInvitationsOf } from "../people/invitations.server.ts";

export interface OrganizationPeople {
  id: string;
  name: string;
  /** What the asking person is in it. */
  role: MemberRole;
  people: { userId: string; name: string; email: string; role: MemberRole; since: Date; lastSeenAt: Date | null }[];
}

/** The organizations a partner acts for, each with its people: owners first, then by name. */
export async function listOrganizationPeople(ctx: Context<Partner>): Promise<OrganizationPeople[]> {
  const rows = await ctx.db
    .select({
      organizationId: organizations.id,
      organization: organizations.name,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      since: memberships.createdAt,
      lastSeenAt: users.lastSeenAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(inArray(memberships.organizationId, ctx.actor.organizationIds))
    .orderBy(asc(organizations.name), sql`${memberships.role} desc`, asc(sql`lower(${users.name})`), asc(users.id));
  const byId = new Map<string, OrganizationPeople>();
  for (const { organizationId: id, organization, ...person } of rows) {
    const known = byId.get(id) ?? { id, name: organization, role: "member", people: [] };
    known.people.push(person);
    if (person.userId === ctx.actor.userId) known.role = person.role;
    byId.set(id, known);
  }
  return [...byId.values()];
}

interface Changing {
  organizationId: string;
  userId: string;
  idempotencyKey: string;
}
export type MemberRefusal = "not_found" | "not_owner" | "last_owner";

export function changeMemberRole(ctx: Context<Partner>, { role, ...changing }: Changing & { role: MemberRole }) {
  return change(ctx, "change-member-role", changing, async (ctx, of, { owners, current }) => {
    if (current === role) return done(null);
    if (isLastOwner(owners, changing.userId)) return refused("last_owner");
    await ctx.db.update(memberships).set({ role }).where(of);
    const detail = { organizationId: changing.organizationId, from: current, to: role };
    await recordEvent(ctx, "membership.role_changed", { id: changing.userId, detail });
    return done(null);
  });
}

/** An owner takes somebody off, or a person leaves: that needs no owner. */
export function removeMember(ctx: Context<Partner>, changing: Changing) {
  return change(ctx, "remove-member", changing, async (ctx, of, { owners }) => {
    if (isLastOwner(owners, changing.userId)) return refused("last_owner");
    await ctx.db.delete(memberships).where(of);
    const detail = { organizationId: changing.organizationId };
    await recordEvent(ctx, "membership.removed", { id: changing.userId, detail });
    return done(null);
  });
}

const isLastOwner = (owners: string[], userId: string) => owners.length === 1 && owners[0] === userId;

function change(
  ctx: Context<Partner>,
  verb: string,
  { organizationId, userId, idempotencyKey }: Changing,
  work: (
    ctx: Context<Partner>,
    of: ReturnType<typeof and>,
    now: { owners: string[]; current: MemberRole },
  ) => Promise<Outcome<null, "last_owner">>,
): Promise<Outcome<null, MemberRefusal>> {
  return once<Partner, null, MemberRefusal>(ctx, verb, idempotencyKey, async (ctx) => {
    if (!ctx.actor.organizationIds.includes(organizationId)) return refused("not_found");
    const owners = await lockOwners(ctx, organizationId);
    const leaves = verb === "remove-member" && userId === ctx.actor.userId;
    if (!leaves && !owners.includes(ctx.actor.userId)) return refused("not_owner");
    const of = and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId));
    const [member] = await ctx.db.select({ role: memberships.role }).from(memberships).where(of).for("update");
    if (!member) return refused("not_found");
    const outcome = await work(ctx, of, { owners, current: member.role });
    // A role that changed begins with a new session; whoever changed their own is not thrown out of this page.
    if (outcome.ok && userId !== ctx.actor.userId) {
      await endSessions(ctx.db, userId);
      await revokeInvitationsOf(ctx, userId, { districtId: null, organizationId }, MEMBER_ROLES);
    }
    return outcome;
  });
}

/** An organization's owners; whoever changes who is one waits here for whoever else does. */
export async function lockOwners(ctx: Context, organizationId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.role, "owner")))
    .orderBy(asc(memberships.userId))
    .for("update");
  return rows.map((row) => row.userId);
}
