/**
 * A district's students and parents, as far as its coordinators need them: who has an account, and closing one. A person
 * who is something else here too is not theirs to close.
 */
import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import { schools } from "#db/schema/districts.ts";
import { memberships } from "#db/schema/organizations.ts";
import { districtStaff, operators, parents, students, users } from "#db/schema/people.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { endSessions } from "./end-sessions.server.ts";
import { FAMILY_PAGE_SIZE, type ClosingReason } from "./families.ts";
import type { FamilyRole } from "./invitation.ts";

/** One page (from 1) of the district's students or parents, by name; a parent has no school. */
export async function listFamilies(ctx: Context<Coordinator>, { role, page }: { role: FamilyRole; page: number }) {
  const table = role === "student" ? students : parents;
  const school = role === "student" ? students.schoolId : sql`null::uuid`;
  return ctx.db
    .select({
      userId: users.id,
      name: users.name,
      school: schools.name,
      since: table.createdAt,
      lastSeenAt: users.lastSeenAt,
      disabledAt: users.disabledAt,
    })
    .from(table)
    .innerJoin(users, eq(users.id, table.userId))
    .leftJoin(schools, eq(schools.id, school))
    .where(eq(table.districtId, ctx.actor.districtId))
    .orderBy(asc(sql`lower(${users.name})`), asc(users.id))
    .limit(FAMILY_PAGE_SIZE)
    .offset((page - 1) * FAMILY_PAGE_SIZE);
}

export async function countFamilies(ctx: Context<Coordinator>): Promise<Record<FamilyRole, number>> {
  const inDistrict = (table: typeof students | typeof parents) =>
    ctx.db.$count(table, eq(table.districtId, ctx.actor.districtId));
  return { student: await inDistrict(students), parent: await inDistrict(parents) };
}

/** Null: no student or parent of the district. */
export async function getFamilyMember(ctx: Context<Coordinator>, userId: string) {
  const [[user], [student], [parent]] = await Promise.all([
    ctx.db.select({ name: users.name, disabledAt: users.disabledAt }).from(users).where(eq(users.id, userId)),
    ctx.db
      .select()
      .from(students)
      .where(isIn(students, ctx, userId)),
    ctx.db
      .select()
      .from(parents)
      .where(isIn(parents, ctx, userId)),
  ]);
  if (!user || (!student && !parent)) return null;
  return { ...user, role: student ? ("student" as const) : ("parent" as const) };
}

interface Changing {
  userId: string;
  idempotencyKey: string;
}
type Changed = { role: FamilyRole };
type Refusal = "not_found" | "other_roles";

/** Nobody signs in to it until it is opened again; sessions end at once. */
export function closeFamilyAccount(
  ctx: Context<Coordinator>,
  { reason, ...changing }: Changing & { reason: ClosingReason },
): Promise<Outcome<Changed, Refusal>> {
  return change(ctx, "close-family-account", changing, async (ctx, userId) => {
    const [closed] = await ctx.db
      .update(users)
      .set({ disabledAt: ctx.now })
      .where(and(eq(users.id, userId), isNull(users.disabledAt)))
      .returning({ id: users.id });
    await endSessions(ctx.db, userId);
    if (closed) await record(ctx, "person.disabled", userId, { reason });
  });
}

export function openFamilyAccount(ctx: Context<Coordinator>, changing: Changing): Promise<Outcome<Changed, Refusal>> {
  return change(ctx, "open-family-account", changing, async (ctx, userId) => {
    await ctx.db.update(users).set({ disabledAt: null }).where(eq(users.id, userId));
    await record(ctx, "person.enabled", userId);
  });
}

const record = (
  ctx: Context<Coordinator>,
  name: "person.disabled" | "person.enabled",
  id: string,
  detail?: Record<string, unknown>,
) => recordEvent(ctx, name, { id, districtId: ctx.actor.districtId, ...(detail && { detail }) });

function change(
  ctx: Context<Coordinator>,
  verb: string,
  { userId, idempotencyKey }: Changing,
  work: (ctx: Context<Coordinator>, userId: string) => Promise<void>,
): Promise<Outcome<Changed, Refusal>> {
  return once<Coordinator, Changed, Refusal>(ctx, verb, idempotencyKey, async (ctx) => {
    const member = await getFamilyMember(ctx, userId);
    if (!member) return refused("not_found");
    if (await isMore(ctx, userId)) return refused("other_roles");
    await work(ctx, userId);
    return done({ role: member.role });
  });
}

const isIn = (table: typeof students | typeof parents, ctx: Context<Coordinator>, userId: string) =>
  and(eq(table.userId, userId), eq(table.districtId, ctx.actor.districtId));

/** Staff of a district, of an organization or of the platform, or of a family in another district. */
async function isMore(ctx: Context<Coordinator>, userId: string): Promise<boolean> {
  const { districtId } = ctx.actor;
  const found = await Promise.all([
    ctx.db.$count(districtStaff, and(eq(districtStaff.userId, userId), isNull(districtStaff.disabledAt))),
    ctx.db.$count(memberships, eq(memberships.userId, userId)),
    ctx.db.$count(operators, eq(operators.userId, userId)),
    elsewhere(ctx, students, userId, districtId),
    elsewhere(ctx, parents, userId, districtId),
  ]);
  return found.some((rows) => rows > 0);
}

async function elsewhere(
  { db }: Context,
  table: typeof students | typeof parents,
  userId: string,
  districtId: string,
): Promise<number> {
  const [row] = await db
    .select({ rows: count() })
    .from(table)
    .where(and(eq(table.userId, userId), sql`${table.districtId} <> ${districtId}`));
  return row?.rows ?? 0;
}
