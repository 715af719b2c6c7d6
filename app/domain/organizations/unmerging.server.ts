/** Taking a merge back: what went to the kept organization, and is still there, returns to the other one. */
import { and, desc, eq, gt, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { invitations } from "#db/schema/invitations.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import {
  membershipRequests,
  memberships,
  organizationMerges,
  organizations,
  organizationSites,
  partnershipDocuments,
  partnershipNotes,
  partnerships,
  vettingMarks,
} from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { UNDO_DAYS, type Moved } from "./merge.ts";
import { tellReadersOf } from "./merging.server.ts";

type Merge = typeof organizationMerges.$inferSelect;
type Undone = { partnershipId: string };
export type UnmergeRefusal = "not_found" | "already_undone" | "merge_too_old" | "in_the_way";

const oldest = ({ now }: Context) => new Date(now.getTime() - UNDO_DAYS * 86_400_000);

const from = alias(organizations, "merged_from");
const into = alias(organizations, "merged_into");

/** Those that can still be undone, the latest first. */
export const listMerges = (ctx: Context<Coordinator>) =>
  ctx.db
    .select({
      id: organizationMerges.id,
      from: from.name,
      into: into.name,
      mergedBy: users.name,
      mergedAt: organizationMerges.mergedAt,
    })
    .from(organizationMerges)
    .innerJoin(from, eq(from.id, organizationMerges.fromId))
    .innerJoin(into, eq(into.id, organizationMerges.intoId))
    .leftJoin(users, eq(users.id, organizationMerges.mergedBy))
    .where(
      and(
        eq(organizationMerges.districtId, ctx.actor.districtId),
        isNull(organizationMerges.undoneAt),
        gt(organizationMerges.mergedAt, oldest(ctx)),
      ),
    )
    .orderBy(desc(organizationMerges.mergedAt));

/** What was added to the kept organization since stays with it. */
export function unmergeOrganizations(
  ctx: Context<Coordinator>,
  { mergeId, idempotencyKey }: { mergeId: string; idempotencyKey: string },
): Promise<Outcome<Undone, UnmergeRefusal>> {
  return once<Coordinator, Undone, UnmergeRefusal>(ctx, "unmerge-organizations", idempotencyKey, async (ctx) => {
    const { db, actor, now } = ctx;
    const { districtId, userId } = actor;
    const own = and(eq(organizationMerges.id, mergeId), eq(organizationMerges.districtId, districtId));
    const [merge] = await db.select().from(organizationMerges).where(own).for("update");
    if (!merge) return refused("not_found");
    if (merge.undoneAt) return refused("already_undone");
    if (merge.mergedAt <= oldest(ctx)) return refused("merge_too_old");
    const moved = merge.moved as unknown as Moved;
    if (await somethingStands(ctx, merge, moved)) return refused("in_the_way");
    await moveBack(ctx, merge, moved);
    await db.update(organizationMerges).set({ undoneBy: userId, undoneAt: now }).where(own);
    const detail = { mergeId, fromId: merge.fromId };
    await recordEvent(ctx, "organization.unmerged", { id: merge.intoId, districtId, detail });
    await tellReadersOf(ctx, moved.opportunities);
    return done({ partnershipId: moved.partnership.id });
  });
}

/** The kept one was merged itself, or another district took on what came from the duplicate. */
async function somethingStands({ db, actor }: Context<Coordinator>, { intoId }: Merge, { opportunities: ids }: Moved) {
  const isGone = and(eq(organizations.id, intoId), isNotNull(organizations.mergedIntoId));
  if ((await db.$count(organizations, isGone)) > 0) return true;
  const isElsewhere = and(inArray(listings.opportunityId, ids), ne(listings.districtId, actor.districtId));
  return ids.length > 0 && (await db.$count(listings, isElsewhere)) > 0;
}

async function moveBack(ctx: Context<Coordinator>, { fromId, intoId }: Merge, moved: Moved): Promise<void> {
  const { db } = ctx;
  const back = { organizationId: fromId };
  const { id: duplicateId, ...standing } = moved.partnership;
  const { keptPartnershipId } = moved;
  await db.update(organizations).set({ mergedIntoId: null }).where(eq(organizations.id, fromId));
  await db.update(partnerships).set(standing).where(eq(partnerships.id, duplicateId));
  await db
    .update(opportunities)
    .set(back)
    .where(and(inArray(opportunities.id, moved.opportunities), eq(opportunities.organizationId, intoId)));
  await db
    .update(organizationSites)
    .set(back)
    .where(
      and(
        inArray(organizationSites.id, moved.sites),
        eq(organizationSites.organizationId, intoId),
        sql`${organizationSites.name} not in (select name from organization_sites where organization_id = ${fromId})`,
      ),
    );
  await db
    .update(partnershipDocuments)
    .set({ partnershipId: duplicateId })
    .where(
      and(inArray(partnershipDocuments.id, moved.documents), eq(partnershipDocuments.partnershipId, keptPartnershipId)),
    );
  await db
    .update(partnershipNotes)
    .set({ partnershipId: duplicateId })
    .where(and(inArray(partnershipNotes.id, moved.notes), eq(partnershipNotes.partnershipId, keptPartnershipId)));
  await db
    .delete(vettingMarks)
    .where(and(eq(vettingMarks.partnershipId, keptPartnershipId), inArray(vettingMarks.stepId, moved.marks)));
  await peopleBack(ctx, { fromId, intoId }, moved);
}

async function peopleBack({ db, now }: Context, { fromId, intoId }: Pick<Merge, "fromId" | "intoId">, moved: Moved) {
  const isOpen = isNull(membershipRequests.decision);
  await db.delete(membershipRequests).where(and(inArray(membershipRequests.id, moved.asked), isOpen));
  await db
    .update(membershipRequests)
    .set({ organizationId: fromId })
    .where(and(inArray(membershipRequests.id, moved.requests), isOpen));
  await db
    .update(invitations)
    .set({ organizationId: fromId })
    .where(and(inArray(invitations.id, moved.invitations), isNull(invitations.acceptedAt)));
  await db.update(invitations).set({ revokedAt: null, revokedBy: null }).where(inArray(invitations.id, moved.revoked));
  const newcomers = moved.members.filter(({ isNew }) => isNew).map(({ userId }) => userId);
  await db
    .delete(memberships)
    .where(and(eq(memberships.organizationId, intoId), inArray(memberships.userId, newcomers)));
  // Whoever deleted their account meanwhile is not brought back.
  const known = await db
    .select({ id: users.id })
    .from(users)
    .where(
      inArray(
        users.id,
        moved.members.map(({ userId }) => userId),
      ),
    );
  const members = moved.members.filter(({ userId }) => known.some(({ id }) => id === userId));
  if (members.length > 0)
    await db
      .insert(memberships)
      .values(members.map(({ userId, role }) => ({ userId, role, organizationId: fromId, createdAt: now })))
      .onConflictDoNothing();
}
