/**
 * Two organizations that turned out to be one: what the duplicate owns goes to the one that is kept, and the duplicate is
 * shown nowhere. A district merges only what is its own: a duplicate that another district knows stays, and people are let
 * in to what another district knows, too, by its owners.
 */
import { and, asc, eq, inArray, isNull, ne, notExists, sql } from "drizzle-orm";
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
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { todayIn } from "../listings/review-subject.server.ts";
import { tellReadersOfSeveral } from "../listings/publishing-effects.server.ts";
import { once } from "../once.server.ts";
import type { Moved } from "./merge.ts";
import { standingOf } from "./partnership-lifecycle.ts";
import type { Partnership } from "./standing.ts";

interface Merging {
  /** Partnerships of the district: with the organization that is kept, and with its duplicate. */
  keptId: string;
  duplicateId: string;
  idempotencyKey: string;
}
type Merged = { mergeId: string };
export type MergeRefusal = "not_found" | "known_elsewhere" | "duplicate_paused" | "kept_not_in_force";

export function mergeOrganizations(
  ctx: Context<Coordinator>,
  { keptId, duplicateId, idempotencyKey }: Merging,
): Promise<Outcome<Merged, MergeRefusal>> {
  return once<Coordinator, Merged, MergeRefusal>(ctx, "merge-organizations", idempotencyKey, async (ctx) => {
    const pair = await lockPair(ctx, keptId, duplicateId);
    if (!pair) return refused("not_found");
    const { kept, duplicate } = pair;
    const { districtId, userId } = ctx.actor;
    const today = await todayIn(ctx, districtId);
    if (await isKnownElsewhere(ctx, duplicate.organizationId)) return refused("known_elsewhere");
    const [standing, keptStanding] = [standingOf(duplicate, today), standingOf(kept, today)];
    // What waits for a doubt to be looked into does not come back by another name.
    if (standing === "suspended") return refused("duplicate_paused");
    if (standing === "approved" && keptStanding !== "approved") return refused("kept_not_in_force");
    const moved = await moveAll(ctx, kept, duplicate);
    const [merge] = await ctx.db
      .insert(organizationMerges)
      .values({
        ...{ districtId, fromId: duplicate.organizationId, intoId: kept.organizationId },
        ...{ moved: { ...moved }, mergedBy: userId, mergedAt: ctx.now },
      })
      .returning({ id: organizationMerges.id });
    const detail = { mergeId: merge!.id, fromId: duplicate.organizationId };
    await recordEvent(ctx, "organization.merged", { id: kept.organizationId, districtId, detail });
    await tellReadersOf(ctx, moved.opportunities);
    return done({ mergeId: merge!.id });
  });
}

/** Both of the district, of two organizations, none of them merged; locked in one order, whichever is kept. */
async function lockPair({ db, actor }: Context<Coordinator>, keptId: string, duplicateId: string) {
  const rows = await db
    .select({ partnership: partnerships })
    .from(partnerships)
    .innerJoin(organizations, eq(organizations.id, partnerships.organizationId))
    .where(
      and(
        inArray(partnerships.id, [keptId, duplicateId]),
        eq(partnerships.districtId, actor.districtId),
        isNull(organizations.mergedIntoId),
      ),
    )
    .orderBy(asc(partnerships.id))
    .for("update");
  const find = (id: string) => rows.find(({ partnership }) => partnership.id === id)?.partnership;
  const [kept, duplicate] = [find(keptId), find(duplicateId)];
  return kept && duplicate && kept.id !== duplicate.id ? { kept, duplicate } : null;
}

const isKnownElsewhere = async ({ db, actor }: Context<Coordinator>, organizationId: string) =>
  (await db.$count(
    partnerships,
    and(eq(partnerships.organizationId, organizationId), ne(partnerships.districtId, actor.districtId)),
  )) > 0;

async function moveAll(ctx: Context<Coordinator>, kept: Partnership, duplicate: Partnership): Promise<Moved> {
  const { db } = ctx;
  const [from, into] = [duplicate.organizationId, kept.organizationId];
  const to = { organizationId: into };
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  const moved: Moved = {
    opportunities: ids(
      await db
        .update(opportunities)
        .set(to)
        .where(eq(opportunities.organizationId, from))
        .returning({ id: opportunities.id }),
    ),
    sites: await moveSites(ctx, from, into),
    ...(await movePeople(ctx, from, into)),
    ...(await moveInvitations(ctx, from, into)),
    documents: ids(
      await db
        .update(partnershipDocuments)
        .set({ partnershipId: kept.id })
        .where(eq(partnershipDocuments.partnershipId, duplicate.id))
        .returning({ id: partnershipDocuments.id }),
    ),
    notes: ids(
      await db
        .update(partnershipNotes)
        .set({ partnershipId: kept.id })
        .where(eq(partnershipNotes.partnershipId, duplicate.id))
        .returning({ id: partnershipNotes.id }),
    ),
    marks: await copyMarks(ctx, kept.id, duplicate.id),
    keptPartnershipId: kept.id,
    partnership: pick(duplicate),
  };
  const over = { status: "declined", declineReason: "duplicate", inForceUntil: null, note: null } as const;
  await db.update(partnerships).set(over).where(eq(partnerships.id, duplicate.id));
  await db.update(organizations).set({ mergedIntoId: into }).where(eq(organizations.id, from));
  return moved;
}

const pick = ({ id, status, inForceUntil, declineReason, note }: Partnership): Moved["partnership"] => ({
  ...{ id, status, inForceUntil, declineReason, note },
});

/** A site whose name the kept one has already is the same place, and stays behind. */
async function moveSites({ db }: Context, from: string, into: string): Promise<string[]> {
  const there = alias(organizationSites, "there");
  const rows = await db
    .update(organizationSites)
    .set({ organizationId: into })
    .where(
      and(
        eq(organizationSites.organizationId, from),
        notExists(
          db
            .select({ id: there.id })
            .from(there)
            .where(and(eq(there.organizationId, into), eq(there.name, organizationSites.name))),
        ),
      ),
    )
    .returning({ id: organizationSites.id });
  return rows.map(({ id }) => id);
}

async function movePeople(ctx: Context<Coordinator>, from: string, into: string) {
  const { db, now } = ctx;
  const there = new Set(
    (await db.select({ userId: memberships.userId }).from(memberships).where(eq(memberships.organizationId, into))).map(
      ({ userId }) => userId,
    ),
  );
  const people = await db.delete(memberships).where(eq(memberships.organizationId, from)).returning();
  const newcomers = people.filter(({ userId }) => !there.has(userId));
  const mayEnter = !(await isKnownElsewhere(ctx, into));
  if (mayEnter && newcomers.length > 0)
    await db.insert(memberships).values(newcomers.map((person) => ({ ...person, organizationId: into })));
  const asking = mayEnter ? [] : newcomers.map(({ userId }) => ({ userId, organizationId: into, requestedAt: now }));
  const asked =
    asking.length > 0
      ? await db
          .insert(membershipRequests)
          .values(asking)
          .onConflictDoNothing()
          .returning({ id: membershipRequests.id })
      : [];
  const theirs = alias(membershipRequests, "theirs");
  const requests = await db
    .update(membershipRequests)
    .set({ organizationId: into })
    .where(
      and(
        eq(membershipRequests.organizationId, from),
        isNull(membershipRequests.decision),
        notExists(
          db
            .select({ id: theirs.id })
            .from(theirs)
            .where(
              and(
                eq(theirs.organizationId, into),
                eq(theirs.userId, membershipRequests.userId),
                isNull(theirs.decision),
              ),
            ),
        ),
      ),
    )
    .returning({ id: membershipRequests.id });
  return {
    members: people.map(({ userId, role }) => ({ userId, role, isNew: mayEnter && !there.has(userId) })),
    asked: asked.map(({ id }) => id),
    requests: requests.map(({ id }) => id),
  };
}

/** Open ones lead to the kept one; where that invited the same person, one is enough. Elsewhere they are owners' to send. */
async function moveInvitations(ctx: Context<Coordinator>, from: string, into: string) {
  const { db, actor, now } = ctx;
  const isOpen = and(
    eq(invitations.organizationId, from),
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
  );
  const theirs = alias(invitations, "theirs");
  const isFirst = notExists(
    db
      .select({ id: theirs.id })
      .from(theirs)
      .where(
        and(
          eq(theirs.organizationId, into),
          sql`lower(${theirs.email}) = lower(${invitations.email})`,
          isNull(theirs.acceptedAt),
          isNull(theirs.revokedAt),
        ),
      ),
  );
  const moved = (await isKnownElsewhere(ctx, into))
    ? []
    : await db
        .update(invitations)
        .set({ organizationId: into })
        .where(and(isOpen, isFirst))
        .returning({ id: invitations.id });
  const revoked = await db
    .update(invitations)
    .set({ revokedAt: now, revokedBy: actor.userId })
    .where(isOpen)
    .returning({ id: invitations.id });
  return { invitations: moved.map(({ id }) => id), revoked: revoked.map(({ id }) => id) };
}

/** What was done for either was done. */
async function copyMarks({ db }: Context, keptId: string, duplicateId: string): Promise<string[]> {
  const marks = await db.select().from(vettingMarks).where(eq(vettingMarks.partnershipId, duplicateId));
  if (marks.length === 0) return [];
  const rows = await db
    .insert(vettingMarks)
    .values(marks.map((mark) => ({ ...mark, partnershipId: keptId })))
    .onConflictDoNothing()
    .returning({ stepId: vettingMarks.stepId });
  return rows.map(({ stepId }) => stepId);
}

/** Listings carry their organization's name, on pages and in the index. */
export async function tellReadersOf({ db, actor }: Context<Coordinator>, opportunityIds: string[]): Promise<void> {
  if (opportunityIds.length === 0) return;
  const rows = await db
    .select({ id: listings.id })
    .from(listings)
    .where(inArray(listings.opportunityId, opportunityIds));
  await tellReadersOfSeveral(
    db,
    actor.districtId,
    rows.map(({ id }) => id),
  );
}
