/** Whether a mail's person still is what made it theirs: roles end while a mail waits for its digest. */
import { and, eq, isNull } from "drizzle-orm";
import { memberships } from "#db/schema/organizations.ts";
import { districtStaff } from "#db/schema/people.ts";
import type { About } from "../about.server.ts";

export async function actsFor(
  { db, mail: { userId } }: Pick<About, "db" | "mail">,
  organizationId: string,
): Promise<boolean> {
  if (!userId) return false;
  const theirs = and(eq(memberships.userId, userId), eq(memberships.organizationId, organizationId));
  return (await db.$count(memberships, theirs)) > 0;
}

export async function worksFor(
  { db, mail: { userId } }: Pick<About, "db" | "mail">,
  districtId: string,
): Promise<boolean> {
  if (!userId) return false;
  const { userId: staffId, districtId: ofDistrict, disabledAt } = districtStaff;
  const theirs = and(eq(staffId, userId), eq(ofDistrict, districtId), isNull(disabledAt));
  return (await db.$count(districtStaff, theirs)) > 0;
}
