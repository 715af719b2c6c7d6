/**
 * Who is told: everyone who acts for an organization, or coordinates a district's partnerships. Nobody is told what
 * they did themselves, and nobody who is disabled or has not proven their address.
 */
import { and, asc, eq, isNotNull, isNull, type SQL } from "drizzle-orm";
import { memberships } from "#db/schema/organizations.ts";
import { districtStaff, users } from "#db/schema/people.ts";
import type { Context } from "../context.ts";
import type { MailData, MailKind } from "./mails.ts";
import { tell } from "./tell.server.ts";

/** `districtId`: as whose mail it goes; `notBefore`: see `tell`. */
interface As {
  districtId?: string;
  notBefore?: Date | undefined;
}

export async function tellMembers<K extends MailKind>(
  ctx: Context,
  organizationId: string,
  kind: K,
  data: MailData[K],
  as: As = {},
): Promise<void> {
  await tellAll(ctx, await membersOf(ctx, organizationId), kind, data, as);
}

/** Only those who may decide for the organization. */
export async function tellOwners<K extends MailKind>(
  ctx: Context,
  organizationId: string,
  kind: K,
  data: MailData[K],
  as: As = {},
): Promise<void> {
  await tellAll(ctx, await membersOf(ctx, organizationId, eq(memberships.role, "owner")), kind, data, as);
}

/** The ids of an organization's owners, else of whoever acts for it; empty: nobody can be told. */
export async function answeringFor(ctx: Context, organizationId: string): Promise<string[]> {
  const owners = await membersOf(ctx, organizationId, eq(memberships.role, "owner"));
  return owners.length > 0 ? owners : membersOf(ctx, organizationId);
}

/** A district without coordinators has its admins told. */
export async function tellCoordinators<K extends MailKind>(
  ctx: Context,
  districtId: string,
  kind: K,
  data: MailData[K],
): Promise<void> {
  await tellAll(ctx, await coordinatorsOf(ctx, districtId), kind, data, { districtId });
}

/** The ids of those who do a coordinator's work in the district. */
export async function coordinatorsOf(ctx: Context, districtId: string): Promise<string[]> {
  const staff = await ctx.db
    .select({ id: users.id, role: districtStaff.role })
    .from(districtStaff)
    .innerJoin(users, eq(users.id, districtStaff.userId))
    .where(and(eq(districtStaff.districtId, districtId), isNull(districtStaff.disabledAt), isReachable))
    .orderBy(asc(users.id));
  const coordinators = staff.filter(({ role }) => role === "coordinator");
  return (coordinators.length ? coordinators : staff).map(({ id }) => id);
}

/** Of `users`: may be mailed. */
export const isReachable = and(isNull(users.disabledAt), isNotNull(users.emailVerifiedAt));

async function membersOf(ctx: Context, organizationId: string, which?: SQL): Promise<string[]> {
  const members = await ctx.db
    .select({ id: users.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organizationId, organizationId), which, isReachable))
    .orderBy(asc(users.id));
  return members.map(({ id }) => id);
}

async function tellAll<K extends MailKind>(ctx: Context, ids: string[], kind: K, data: MailData[K], as: As) {
  for (const userId of ids.filter((id) => id !== ctx.actor.userId)) await tell(ctx, kind, { userId }, data, as);
}
