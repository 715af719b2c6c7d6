/** What a coordinator sees of the organizations that asked their district: never of another's. */
import { and, asc, count, eq, inArray, isNull } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { memberships, organizations, partnerships } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import type { Context, Coordinator } from "../context.ts";
import { localDate } from "../districts/zone.ts";
import { findLikelySame } from "./founding.server.ts";
import { standingOf } from "./partnership-lifecycle.ts";

export const countAskedPartnerships = ({ db, actor }: Context<Coordinator>) =>
  db.$count(partnerships, and(eq(partnerships.districtId, actor.districtId), eq(partnerships.status, "requested")));

/** Null: not there, another district's, or a duplicate that was merged. */
export async function getPartnership(ctx: Context<Coordinator>, partnershipId: string) {
  const { db, actor, now } = ctx;
  const [row] = await db
    .select({ partnership: partnerships, organization: organizations, timeZone: districts.timeZone })
    .from(partnerships)
    .innerJoin(organizations, eq(organizations.id, partnerships.organizationId))
    .innerJoin(districts, eq(districts.id, partnerships.districtId))
    .where(
      and(
        eq(partnerships.id, partnershipId),
        eq(partnerships.districtId, actor.districtId),
        isNull(organizations.mergedIntoId),
      ),
    );
  if (!row) return null;
  const { partnership, organization, timeZone } = row;
  const today = localDate(now, timeZone);
  const [people, members, likely, onList] = await Promise.all([
    namesOf(ctx, [partnership.requestedBy, partnership.vettedBy]),
    db
      .select({ name: users.name, email: users.email, role: memberships.role })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(eq(memberships.organizationId, organization.id))
      .orderBy(asc(users.name)),
    findLikelySame(db, organization, organization.id),
    db
      .select({ count: count() })
      .from(listings)
      .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
      .where(
        and(
          eq(listings.districtId, actor.districtId),
          eq(listings.state, "published"),
          eq(opportunities.organizationId, organization.id),
        ),
      ),
  ]);
  return {
    partnership,
    organization,
    timeZone,
    today,
    standing: standingOf(partnership, today),
    requestedBy: people.get(partnership.requestedBy ?? "") ?? null,
    vettedBy: people.get(partnership.vettedBy ?? "") ?? null,
    members,
    likely: likely.filter(({ isLikelySame }) => isLikelySame),
    listed: onList[0]?.count ?? 0,
  };
}

async function namesOf({ db }: Context, ids: (string | null)[]) {
  const known = ids.filter((id) => id !== null);
  const rows = known.length
    ? await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, known))
    : [];
  return new Map(rows.map(({ id, name }) => [id, name]));
}
