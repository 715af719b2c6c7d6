import { and, eq, gt, isNull } from "drizzle-orm";
import { localDate } from "#app/domain/districts/zone.ts";
import { districts } from "#db/schema/districts.ts";
import { invitations } from "#db/schema/invitations.ts";
import { organizations } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import type { About } from "../about.server.ts";

export interface OpenInvitation {
  id: string;
  role: (typeof invitations.$inferSelect)["role"];
  /** The district's or the organization's name. */
  where: string;
  inviter: string | null;
  /** `YYYY-MM-DD` where the district is. */
  lastDay: string;
}

/** Null once it was accepted or revoked, or is over. */
export async function readInvitation({
  db,
  data,
  now,
}: About<{ invitationId: string }>): Promise<OpenInvitation | null> {
  const [row] = await db
    .select({
      invitation: invitations,
      district: districts.name,
      timeZone: districts.timeZone,
      organization: organizations.name,
      inviter: users.name,
    })
    .from(invitations)
    .leftJoin(districts, eq(districts.id, invitations.districtId))
    .leftJoin(organizations, eq(organizations.id, invitations.organizationId))
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(
      and(
        eq(invitations.id, data.invitationId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
      ),
    );
  const where = row?.organization ?? row?.district;
  if (!row || !where) return null;
  const { id, role, expiresAt } = row.invitation;
  return { id, role, where, inviter: row.inviter, lastDay: localDate(expiresAt, row.timeZone ?? "UTC") };
}
