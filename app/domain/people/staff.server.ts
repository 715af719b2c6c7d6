/**
 * A district's staff, in the hands of its admins: who is on it and in which role. A role that is taken away is gone with
 * the next request. A district always has an admin, and nobody decides about themselves.
 */
import { and, asc, eq, isNull, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { districtStaff, users } from "#db/schema/people.ts";
import { done, refused, type Admin, type Context, type Coordinator, type Outcome } from "../context.ts";
import type { EventName } from "../events/event-names.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { endSessions } from "./end-sessions.server.ts";
import { STAFF_ROLES, type StaffRole } from "./invitation.ts";
import { revokeInvitationsOf } from "./invitations.server.ts";
import { hasSecondFactor } from "./second-factor.server.ts";
import { STAFF_PAGE_SIZE, UNSEEN_DAYS, type StaffFilter } from "./staff.ts";

const disabler = alias(users, "disabler");

type StaffRow = typeof districtStaff.$inferSelect;
interface Changing {
  userId: string;
  idempotencyKey: string;
}
export type StaffRefusal = "not_found" | "yourself" | "not_admin";
type Changed = { name: string };

/** One page (from 1), or all when `page` is left out, for a file. */
export function listStaff(ctx: Context<Admin>, { show, page }: { show: StaffFilter; page?: number }) {
  const rows = ctx.db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: districtStaff.role,
      since: districtStaff.createdAt,
      lastSeenAt: users.lastSeenAt,
      disabledAt: districtStaff.disabledAt,
      disabledBy: disabler.name,
      hasSecondFactor: hasSecondFactor(users.id),
    })
    .from(districtStaff)
    .innerJoin(users, eq(users.id, districtStaff.userId))
    .leftJoin(disabler, eq(disabler.id, districtStaff.disabledBy))
    .where(shown(ctx, show))
    .orderBy(sql`${districtStaff.disabledAt} nulls first`, asc(sql`lower(${users.name})`), asc(users.id));
  return page === undefined ? rows : rows.limit(STAFF_PAGE_SIZE).offset((page - 1) * STAFF_PAGE_SIZE);
}

/** Whom a coordinator asks for what admins alone may change. */
export function listAdmins(ctx: Context<Coordinator>) {
  return ctx.db
    .select({ name: users.name, email: users.email })
    .from(districtStaff)
    .innerJoin(users, eq(users.id, districtStaff.userId))
    .where(
      and(
        eq(districtStaff.districtId, ctx.actor.districtId),
        eq(districtStaff.role, "admin"),
        isNull(districtStaff.disabledAt),
      ),
    )
    .orderBy(users.name);
}

export type StaffMember = Awaited<ReturnType<typeof listStaff>>[number];

export async function countStaff(ctx: Context<Admin>): Promise<Record<StaffFilter, number>> {
  const tally = (show: StaffFilter) => sql`count(*) filter (where ${shown(ctx, show)})`.mapWith(Number);
  const [counts] = await ctx.db
    .select({ all: tally("all"), unseen: tally("unseen") })
    .from(districtStaff)
    .innerJoin(users, eq(users.id, districtStaff.userId));
  return counts!;
}

/** All of them for a file, noted in the log. */
export function downloadStaff(ctx: Context<Admin>, show: StaffFilter): Promise<StaffMember[]> {
  return ctx.db.transaction(async (tx) => {
    const { districtId } = ctx.actor;
    await recordEvent({ ...ctx, db: tx }, "staff.downloaded", { id: districtId, districtId, detail: { show } });
    return listStaff({ ...ctx, db: tx }, { show });
  });
}

/** Null: nobody of the district's staff, or of another's. */
export async function getStaffMember(ctx: Context<Admin>, userId: string) {
  const [row] = await ctx.db
    .select({ name: users.name, email: users.email, role: districtStaff.role, disabledAt: districtStaff.disabledAt })
    .from(districtStaff)
    .innerJoin(users, eq(users.id, districtStaff.userId))
    .where(and(eq(districtStaff.userId, userId), eq(districtStaff.districtId, ctx.actor.districtId)));
  return row ?? null;
}

export function changeStaffRole(ctx: Context<Admin>, { role, ...changing }: Changing & { role: StaffRole }) {
  return change(ctx, "change-staff-role", changing, (_ctx, staff) => {
    if (staff.role === role) return { set: {}, event: null };
    return { set: { role }, event: "staff.role_changed", detail: { from: staff.role, to: role } };
  });
}

export function disableStaff(ctx: Context<Admin>, changing: Changing) {
  return change(ctx, "disable-staff", changing, (ctx, staff) => {
    if (staff.disabledAt) return { set: {}, event: null };
    return { set: { disabledAt: ctx.now, disabledBy: ctx.actor.userId }, event: "staff.disabled" };
  });
}

export function enableStaff(ctx: Context<Admin>, changing: Changing) {
  return change(ctx, "enable-staff", changing, (_ctx, staff) => {
    if (!staff.disabledAt) return { set: {}, event: null };
    return { set: { disabledAt: null, disabledBy: null }, event: "staff.enabled" };
  });
}

type Change = { set: Partial<StaffRow>; event: EventName | null; detail?: Record<string, unknown> };

function change(
  ctx: Context<Admin>,
  verb: string,
  { userId, idempotencyKey }: Changing,
  decide: (ctx: Context<Admin>, staff: StaffRow) => Change,
): Promise<Outcome<Changed, StaffRefusal>> {
  return once<Admin, Changed, StaffRefusal>(ctx, verb, idempotencyKey, async (ctx) => {
    const { districtId } = ctx.actor;
    if (userId === ctx.actor.userId) return refused("yourself");
    const admins = await lockAdmins(ctx, districtId);
    // Somebody took the role of whoever decides here, a moment ago.
    if (!admins.includes(ctx.actor.userId)) return refused("not_admin");
    const [staff] = await ctx.db
      .select()
      .from(districtStaff)
      .where(and(eq(districtStaff.userId, userId), eq(districtStaff.districtId, districtId)))
      .for("update");
    if (!staff) return refused("not_found");
    const { set, event, detail } = decide(ctx, staff);
    const [user] = await ctx.db.select({ name: users.name }).from(users).where(eq(users.id, userId));
    if (!event) return done({ name: user!.name });
    await ctx.db.update(districtStaff).set(set).where(eq(districtStaff.userId, userId));
    await endSessions(ctx.db, userId);
    if (event !== "staff.enabled")
      await revokeInvitationsOf(ctx, userId, { districtId, organizationId: null }, STAFF_ROLES);
    await recordEvent(ctx, event, { id: userId, districtId, ...(detail && { detail }) });
    return done({ name: user!.name });
  });
}

/** The district's admins; whoever changes who is one waits here for whoever else does, and reads what they left. */
export async function lockAdmins(ctx: Context, districtId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ userId: districtStaff.userId })
    .from(districtStaff)
    .where(
      and(eq(districtStaff.districtId, districtId), eq(districtStaff.role, "admin"), isNull(districtStaff.disabledAt)),
    )
    .orderBy(asc(districtStaff.userId))
    .for("update");
  return rows.map((row) => row.userId);
}

function shown(ctx: Context<Admin>, show: StaffFilter) {
  const theirs = eq(districtStaff.districtId, ctx.actor.districtId);
  if (show === "all") return theirs;
  const since = new Date(ctx.now.getTime() - UNSEEN_DAYS * 86_400_000);
  const longAgo = or(lt(users.lastSeenAt, since), and(isNull(users.lastSeenAt), lt(districtStaff.createdAt, since)));
  return and(theirs, isNull(districtStaff.disabledAt), longAgo);
}
