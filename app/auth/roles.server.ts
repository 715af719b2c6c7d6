import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { memberships } from "#db/schema/organizations.ts";
import { districtStaff, operators, parents, students } from "#db/schema/people.ts";

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

export async function rolesOf(db: Database, userId: string): Promise<Roles> {
  const [[staff], member, [student], [parent], [operator]] = await Promise.all([
    db
      .select()
      .from(districtStaff)
      .where(and(eq(districtStaff.userId, userId), isNull(districtStaff.disabledAt))),
    db.select({ id: memberships.organizationId }).from(memberships).where(eq(memberships.userId, userId)),
    db.select({ districtId: students.districtId }).from(students).where(eq(students.userId, userId)),
    db.select({ districtId: parents.districtId }).from(parents).where(eq(parents.userId, userId)),
    db.select().from(operators).where(eq(operators.userId, userId)),
  ]);
  return {
    staffOf: staff ? { districtId: staff.districtId, role: staff.role, since: staff.createdAt } : null,
    organizationIds: member.map(({ id }) => id),
    studentOf: student?.districtId ?? null,
    parentOf: parent?.districtId ?? null,
    isOperator: operator !== undefined,
  };
}
