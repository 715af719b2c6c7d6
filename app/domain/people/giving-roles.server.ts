import { eq } from "drizzle-orm";
import { memberships } from "#db/schema/organizations.ts";
import { districtStaff, parents, students } from "#db/schema/people.ts";
import { done, refused, type Context, type Outcome } from "../context.ts";
import type { InvitedRole, StaffRole } from "./invitation.ts";

/** A person works for one district, learns in one, has children in one. */
export type RoleRefusal = "staff_elsewhere" | "student_elsewhere" | "parent_elsewhere";

interface Place {
  role: InvitedRole;
  districtId: string | null;
  organizationId: string | null;
}

/** In the caller's transaction. Whoever has the role keeps it, and a higher one. */
export async function giveRole(
  ctx: Context,
  userId: string,
  { role, districtId, organizationId }: Place,
): Promise<Outcome<null, RoleRefusal>> {
  switch (role) {
    case "coordinator":
    case "admin":
      return giveStaffRole(ctx, userId, districtId!, role);
    case "student":
    case "parent":
      return giveFamilyRole(ctx, userId, districtId!, role);
    case "owner":
    case "member": {
      const membership = { userId, organizationId: organizationId!, role, createdAt: ctx.now };
      const insert = ctx.db.insert(memberships).values(membership);
      const target = [memberships.userId, memberships.organizationId];
      if (role === "member") await insert.onConflictDoNothing({ target });
      else await insert.onConflictDoUpdate({ target, set: { role } });
      return done(null);
    }
  }
}

async function giveStaffRole(
  ctx: Context,
  userId: string,
  districtId: string,
  role: StaffRole,
): Promise<Outcome<null, RoleRefusal>> {
  const mine = eq(districtStaff.userId, userId);
  const [inserted] = await ctx.db
    .insert(districtStaff)
    .values({ userId, districtId, role, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning();
  if (inserted) return done(null);
  const [staff] = await ctx.db.select().from(districtStaff).where(mine).for("update");
  const works = staff && !staff.disabledAt;
  if (works && staff.districtId !== districtId) return refused("staff_elsewhere");
  if (works && staff.role === "admin") return done(null);
  // Taken on again, or higher; the log keeps what was before.
  const anew = works ? {} : { districtId, disabledAt: null, disabledBy: null, createdAt: ctx.now };
  await ctx.db
    .update(districtStaff)
    .set({ role, ...anew })
    .where(mine);
  return done(null);
}

async function giveFamilyRole(
  ctx: Context,
  userId: string,
  districtId: string,
  role: "student" | "parent",
): Promise<Outcome<null, RoleRefusal>> {
  const table = role === "student" ? students : parents;
  await ctx.db.insert(table).values({ userId, districtId, createdAt: ctx.now }).onConflictDoNothing();
  const [row] = await ctx.db.select({ districtId: table.districtId }).from(table).where(eq(table.userId, userId));
  return row?.districtId === districtId ? done(null) : refused(`${role}_elsewhere`);
}
