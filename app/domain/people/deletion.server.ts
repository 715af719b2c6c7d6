/**
 * Deleting an account: the person's row and everything that hangs on it, in one transaction. What they did for a
 * district or an organization stays without them; the log holds ids that lead nowhere any more. Nobody leaves behind a
 * district, an organization with listings or a platform that nobody answers for.
 */
import { and, asc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { acknowledgements } from "#db/schema/events.ts";
import { invitations } from "#db/schema/invitations.ts";
import { listings } from "#db/schema/listings.ts";
import { mails, suppressions } from "#db/schema/mail.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { memberships, organizations } from "#db/schema/organizations.ts";
import { districtStaff, operators, users } from "#db/schema/people.ts";
import { savedSearches } from "#db/schema/saved.ts";
import { done, refused, type Context, type Outcome, type Person } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { tell } from "../mail/tell.server.ts";

export type DeletionRefusal = "last_owner" | "last_admin" | "last_operator";

/** What a person would leave behind without anybody who answers for it; none is in the way of a deletion. */
export interface Obstacle {
  refusal: DeletionRefusal;
  /** The organization's or the district's name. */
  name: string;
}

export async function deleteAccount(ctx: Context<Person>): Promise<Outcome<null, DeletionRefusal>> {
  const { userId } = ctx.actor;
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const [user] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
    // A twin of this form was here first.
    if (!user) return done(null);
    await lockEverybodyAnswering(inside);
    const [obstacle] = await findObstacles(inside);
    if (obstacle) return refused(obstacle.refusal);
    await recordEvent(inside, "person.deleted", { id: userId });
    await forgetAddress(inside, user.email);
    await tx.delete(acknowledgements).where(eq(acknowledgements.actorId, userId));
    await tx.delete(users).where(eq(users.id, userId));
    const visitor = { ...inside, actor: { kind: "visitor", userId: null } } as const;
    await tell(visitor, "person-account-deleted", { address: user.email, locale: user.locale }, {});
    return done(null);
  });
}

export async function findObstacles(ctx: Context<Person>): Promise<Obstacle[]> {
  return [...(await districtsLeft(ctx)), ...(await organizationsLeft(ctx)), ...(await platformLeft(ctx))];
}

/** Opportunities whose contact the person is: the organization's texts, which stay. */
export async function countContactOf(ctx: Context<Person>): Promise<number> {
  const [user] = await ctx.db.select({ email: users.email }).from(users).where(eq(users.id, ctx.actor.userId));
  return user ? ctx.db.$count(opportunities, eq(opportunities.contactEmail, user.email)) : 0;
}

async function forgetAddress({ db, actor }: Context<Person>, email: string) {
  const address = email.toLowerCase();
  const toThem = or(eq(sql`lower(${invitations.email})`, address), eq(invitations.acceptedBy, actor.userId));
  await db.delete(invitations).where(toThem);
  await db.delete(mails).where(eq(sql`lower(${mails.address})`, address));
  await db.delete(savedSearches).where(eq(sql`lower(${savedSearches.address})`, address));
  await db.delete(suppressions).where(eq(suppressions.address, address));
}

const isAdmin = and(eq(districtStaff.role, "admin"), isNull(districtStaff.disabledAt));

/** Who else answers for the same things, so that of the last two who leave at once one is refused. */
async function lockEverybodyAnswering({ db, actor: { userId } }: Context<Person>): Promise<void> {
  const ownDistricts = db
    .select({ id: districtStaff.districtId })
    .from(districtStaff)
    .where(eq(districtStaff.userId, userId));
  await db
    .select({ id: districtStaff.userId })
    .from(districtStaff)
    .where(and(isAdmin, inArray(districtStaff.districtId, ownDistricts)))
    .orderBy(asc(districtStaff.userId))
    .for("update");
  const ownOrganizations = db
    .select({ id: memberships.organizationId })
    .from(memberships)
    .where(eq(memberships.userId, userId));
  await db
    .select({ id: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.role, "owner"), inArray(memberships.organizationId, ownOrganizations)))
    .orderBy(asc(memberships.organizationId), asc(memberships.userId))
    .for("update");
  await db.select().from(operators).orderBy(asc(operators.userId)).for("update");
}

async function districtsLeft({ db, actor: { userId } }: Context<Person>): Promise<Obstacle[]> {
  const [own] = await db
    .select({ districtId: districtStaff.districtId, name: districts.name })
    .from(districtStaff)
    .innerJoin(districts, eq(districts.id, districtStaff.districtId))
    .where(and(eq(districtStaff.userId, userId), isAdmin));
  if (!own) return [];
  const others = and(isAdmin, eq(districtStaff.districtId, own.districtId), ne(districtStaff.userId, userId));
  return (await db.$count(districtStaff, others)) === 0 ? [{ refusal: "last_admin", name: own.name }] : [];
}

async function organizationsLeft(ctx: Context<Person>): Promise<Obstacle[]> {
  const { db, actor } = ctx;
  const owned = await db
    .select({ id: organizations.id, name: organizations.name })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(and(eq(memberships.userId, actor.userId), eq(memberships.role, "owner")))
    .orderBy(asc(organizations.id));
  const left: Obstacle[] = [];
  for (const { id, name } of owned) {
    const isOwner = and(eq(memberships.organizationId, id), eq(memberships.role, "owner"));
    const others = await db.$count(memberships, and(isOwner, ne(memberships.userId, actor.userId)));
    if (others === 0 && (await hasListings(ctx, id))) left.push({ refusal: "last_owner", name });
  }
  return left;
}

const ALIVE = ["submitted", "changes_requested", "approved", "published", "suspended"] as const;

async function hasListings({ db }: Context, organizationId: string): Promise<boolean> {
  const theirs = db
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(eq(opportunities.organizationId, organizationId));
  return (
    (await db.$count(listings, and(inArray(listings.opportunityId, theirs), inArray(listings.state, [...ALIVE])))) > 0
  );
}

async function platformLeft({ db, actor }: Context<Person>): Promise<Obstacle[]> {
  const all = await db.select().from(operators);
  return all.length === 1 && all[0]?.userId === actor.userId ? [{ refusal: "last_operator", name: "Waypost" }] : [];
}
