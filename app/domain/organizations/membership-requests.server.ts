/**
 * Joining an organization that is here already: a person asks, an owner of it decides, or a coordinator of a district
 * that approved it, since owners leave. A student never acts for an organization.
 */
import { and, asc, eq, exists, inArray, isNull } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { membershipRequests, memberships, organizations, partnerships } from "#db/schema/organizations.ts";
import { districtStaff, students, users } from "#db/schema/people.ts";
import { done, refused, type Context, type Coordinator, type Outcome, type Partner, type Person } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { tell } from "../mail/tell.server.ts";
import { once } from "../once.server.ts";

export type MembershipDecision = "approved" | "declined";
type Asked = { organizationId: string };
export type AskingRefusal = "not_found" | "already_member" | "not_for_students";

/** Asking again while it waits is the same asking: nobody is told twice. */
export function requestMembership(
  ctx: Context<Person>,
  { organizationId, idempotencyKey }: { organizationId: string; idempotencyKey: string },
): Promise<Outcome<Asked, AskingRefusal>> {
  return once<Person, Asked, AskingRefusal>(ctx, "request-membership", idempotencyKey, async (ctx) => {
    const { db, actor, now } = ctx;
    if (await isStudent(db, actor.userId)) return refused("not_for_students");
    const here = and(eq(organizations.id, organizationId), isNull(organizations.mergedIntoId));
    if ((await db.$count(organizations, here)) === 0) return refused("not_found");
    const own = and(eq(memberships.userId, actor.userId), eq(memberships.organizationId, organizationId));
    if ((await db.$count(memberships, own)) > 0) return refused("already_member");
    const [request] = await db
      .insert(membershipRequests)
      .values({ userId: actor.userId, organizationId, requestedAt: now })
      .onConflictDoNothing()
      .returning({ id: membershipRequests.id });
    if (!request) return done({ organizationId });
    await recordEvent(ctx, "membership.requested", { id: request.id, detail: { organizationId } });
    for (const { userId, districtId } of await whoDecides(db, organizationId))
      await tell(
        ctx,
        "owner-membership-requested",
        { userId },
        { requestId: request.id },
        districtId ? { districtId } : {},
      );
    return done({ organizationId });
  });
}

export const isStudent = async (db: Database, userId: string) =>
  (await db.$count(students, eq(students.userId, userId))) > 0;

async function whoDecides(db: Database, organizationId: string) {
  const owners = await db
    .select({ userId: memberships.userId })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), isNull(users.disabledAt)))
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.role, "owner")));
  const staff = await db
    .select({ userId: districtStaff.userId, districtId: districtStaff.districtId })
    .from(partnerships)
    .innerJoin(
      districtStaff,
      and(
        eq(districtStaff.districtId, partnerships.districtId),
        eq(districtStaff.role, "coordinator"),
        isNull(districtStaff.disabledAt),
      ),
    )
    .innerJoin(users, and(eq(users.id, districtStaff.userId), isNull(users.disabledAt)))
    .where(and(eq(partnerships.organizationId, organizationId), eq(partnerships.status, "approved")));
  return [...owners.map(({ userId }) => ({ userId, districtId: undefined })), ...staff];
}

export type MembershipDecisionRefusal = "not_found" | "already_decided";

/** Another's request is not found; of two who decide at once the second is refused. */
export function decideMembershipRequest(
  ctx: Context<Partner | Coordinator>,
  { requestId, decision, idempotencyKey }: { requestId: string; decision: MembershipDecision; idempotencyKey: string },
): Promise<Outcome<Asked, MembershipDecisionRefusal>> {
  type Decider = Partner | Coordinator;
  return once<Decider, Asked, MembershipDecisionRefusal>(ctx, "decide-membership", idempotencyKey, async (ctx) => {
    const { db, actor, now } = ctx;
    const [request] = await db
      .select()
      .from(membershipRequests)
      .where(and(eq(membershipRequests.id, requestId), isTheirs(ctx)))
      .for("update");
    if (!request) return refused("not_found");
    if (request.decision) return refused("already_decided");
    const { userId, organizationId } = request;
    await db
      .update(membershipRequests)
      .set({ decision, decidedBy: actor.userId, decidedAt: now })
      .where(eq(membershipRequests.id, requestId));
    if (decision === "approved")
      await db
        .insert(memberships)
        .values({ userId, organizationId, role: "member", createdAt: now })
        .onConflictDoNothing();
    const districtId = actor.kind === "coordinator" ? actor.districtId : undefined;
    await recordEvent(ctx, `membership.${decision}`, {
      id: requestId,
      ...(districtId && { districtId }),
      detail: { organizationId },
    });
    await tell(ctx, "member-membership-decided", { userId }, { requestId }, districtId ? { districtId } : {});
    return done({ organizationId });
  });
}

/** An owner's own organizations, or those the coordinator's district approved. */
function isTheirs({ db, actor }: Context<Partner | Coordinator>) {
  if (actor.kind === "coordinator")
    return exists(
      db
        .select({ id: partnerships.id })
        .from(partnerships)
        .where(
          and(
            eq(partnerships.organizationId, membershipRequests.organizationId),
            eq(partnerships.districtId, actor.districtId),
            eq(partnerships.status, "approved"),
          ),
        ),
    );
  return and(
    inArray(membershipRequests.organizationId, actor.organizationIds),
    exists(
      db
        .select({ id: memberships.userId })
        .from(memberships)
        .where(
          and(
            eq(memberships.organizationId, membershipRequests.organizationId),
            eq(memberships.userId, actor.userId),
            eq(memberships.role, "owner"),
          ),
        ),
    ),
  );
}

/** Who waits for the actor's decision, the longest first; `organizationId` narrows it to one organization. */
export function listMembershipRequests(ctx: Context<Partner | Coordinator>, organizationId?: string) {
  return ctx.db
    .select({
      id: membershipRequests.id,
      organizationId: membershipRequests.organizationId,
      organization: organizations.name,
      name: users.name,
      email: users.email,
      requestedAt: membershipRequests.requestedAt,
    })
    .from(membershipRequests)
    .innerJoin(users, eq(users.id, membershipRequests.userId))
    .innerJoin(organizations, eq(organizations.id, membershipRequests.organizationId))
    .where(
      and(
        isNull(membershipRequests.decision),
        organizationId ? eq(membershipRequests.organizationId, organizationId) : undefined,
        isTheirs(ctx),
      ),
    )
    .orderBy(asc(membershipRequests.requestedAt));
}

/** What a person asked for themselves and nobody has answered. */
export function listOwnMembershipRequests(ctx: Context<Person>) {
  return ctx.db
    .select({ id: membershipRequests.id, organization: organizations.name })
    .from(membershipRequests)
    .innerJoin(organizations, eq(organizations.id, membershipRequests.organizationId))
    .where(
      and(
        eq(membershipRequests.userId, ctx.actor.userId),
        isNull(membershipRequests.decision),
        isNull(organizations.mergedIntoId),
      ),
    )
    .orderBy(asc(organizations.name));
}
