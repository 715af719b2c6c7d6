import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { memberships } from "#db/schema/organizations.ts";
import { districtStaff, operators, parents, students, users } from "#db/schema/people.ts";

/** What a person may act as, read anew with each request: a role that was taken away is gone with the next one. */
export interface Roles {
  /** The district this person works for, if any. */
  staffOf: { districtId: string; role: "coordinator" | "admin"; since: Date } | null;
  /** Organizations they act for. */
  organizationIds: string[];
  /** The district whose learner they are. */
  studentOf: string | null;
  /** The district in which they are a parent or guardian. */
  parentOf: string | null;
  isOperator: boolean;
}

/** One question, since it is asked with each request: a person has at most one row in each table but memberships. */
export async function rolesOf(db: Database, userId: string): Promise<Roles> {
  const member = db
    .select({ id: memberships.organizationId })
    .from(memberships)
    .where(eq(memberships.userId, users.id))
    .orderBy(memberships.createdAt, memberships.organizationId);
  const [row] = await db
    .select({
      staff: districtStaff,
      organizationIds: sql<string[]>`to_json(array(${member}))`,
      studentOf: students.districtId,
      parentOf: parents.districtId,
      operatorId: operators.userId,
    })
    .from(users)
    .leftJoin(districtStaff, and(eq(districtStaff.userId, users.id), isNull(districtStaff.disabledAt)))
    .leftJoin(students, eq(students.userId, users.id))
    .leftJoin(parents, eq(parents.userId, users.id))
    .leftJoin(operators, eq(operators.userId, users.id))
    .where(eq(users.id, userId));
  const { staff, organizationIds = [], studentOf = null, parentOf = null, operatorId = null } = row ?? {};
  return {
    staffOf: staff ? { districtId: staff.districtId, role: staff.role, since: staff.createdAt } : null,
    organizationIds,
    studentOf,
    parentOf,
    isOperator: operatorId !== null,
  };
}
