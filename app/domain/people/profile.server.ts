import { and, asc, eq, isNull } from "drizzle-orm";
import { districts, schools } from "#db/schema/districts.ts";
import { memberships, organizations } from "#db/schema/organizations.ts";
import { districtStaff, operators, parents, students, users } from "#db/schema/people.ts";
import { done, type Context, type Person } from "../context.ts";
import { once } from "../once.server.ts";
import type { InvitedRole } from "./invitation.ts";

export interface HeldRole {
  role: InvitedRole | "operator";
  /** The district, school or organization it is held in; null: the platform. */
  place: string | null;
}

/** What a person is here, by name of the place. */
export async function listHeldRoles({ db, actor: { userId } }: Context<Person>): Promise<HeldRole[]> {
  const place = districts.name;
  const inDistrict = (table: typeof students | typeof parents) =>
    db
      .select({ place })
      .from(table)
      .innerJoin(districts, eq(districts.id, table.districtId))
      .where(eq(table.userId, userId));
  const [staff, learner, school, guardian, acting, running] = await Promise.all([
    db
      .select({ role: districtStaff.role, place })
      .from(districtStaff)
      .innerJoin(districts, eq(districts.id, districtStaff.districtId))
      .where(and(eq(districtStaff.userId, userId), isNull(districtStaff.disabledAt))),
    inDistrict(students),
    db
      .select({ place: schools.name })
      .from(students)
      .innerJoin(schools, eq(schools.id, students.schoolId))
      .where(eq(students.userId, userId)),
    inDistrict(parents),
    db
      .select({ role: memberships.role, place: organizations.name })
      .from(memberships)
      .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
      .where(eq(memberships.userId, userId))
      .orderBy(asc(organizations.name)),
    db.select().from(operators).where(eq(operators.userId, userId)),
  ]);
  return [
    ...staff,
    ...learner.map(({ place }) => ({ role: "student" as const, place: school[0]?.place ?? place })),
    ...guardian.map(({ place }) => ({ role: "parent" as const, place })),
    ...acting,
    ...running.map(() => ({ role: "operator" as const, place: null })),
  ];
}

export function changeName(ctx: Context<Person>, { name, idempotencyKey }: { name: string; idempotencyKey: string }) {
  return once<Person, null, never>(ctx, "change-name", idempotencyKey, async (ctx) => {
    await ctx.db.update(users).set({ name }).where(eq(users.id, ctx.actor.userId));
    return done(null);
  });
}
