/**
 * How an organization's profile is changed: by its owners, from the version they were shown, and seen by readers at
 * once. Districts do not decide on it; each finds in its log which fields were changed.
 */
import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { memberships, organizations, partnerships } from "#db/schema/organizations.ts";
import { enqueueIndexingOf } from "#app/jobs/enqueue.server.ts";
import { done, refused, type Context, type Outcome, type Partner } from "../context.ts";
import { bumpListVersion } from "../districts/list-version.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import type { Organization } from "./profile.ts";

export interface ChangingProfile {
  organizationId: string;
  /** `organizations.version` the form was shown with. */
  version: number;
  idempotencyKey: string;
}
export type ProfileRefusal = "not_found" | "not_owner" | "edited_elsewhere";
export type Changed = { version: number };

/** `work` answers the names of the fields it changed; none: everything stays as it was. */
export function changeProfile<R extends string = never>(
  ctx: Context<Partner>,
  verb: string,
  { organizationId, version, idempotencyKey }: ChangingProfile,
  work: (ctx: Context<Partner>, before: Organization) => Promise<Outcome<string[], R>>,
): Promise<Outcome<Changed, ProfileRefusal | R>> {
  return once<Partner, Changed, ProfileRefusal | R>(ctx, verb, idempotencyKey, async (ctx) => {
    if (!ctx.actor.organizationIds.includes(organizationId)) return refused("not_found");
    const own = and(eq(organizations.id, organizationId), isNull(organizations.mergedIntoId));
    const [before] = await ctx.db.select().from(organizations).where(own).for("update");
    if (!before) return refused("not_found");
    if (!(await isOwner(ctx, organizationId))) return refused("not_owner");
    if (before.version !== version) return refused("edited_elsewhere");
    const worked = await work(ctx, before);
    if (!worked.ok) return worked;
    const fields = worked.value;
    if (!fields.length) return done({ version });
    const [after] = await ctx.db
      .update(organizations)
      .set({ version: sql`${organizations.version} + 1` })
      .where(own)
      .returning({ version: organizations.version });
    await tellDistricts(ctx, organizationId, { fields, version: after!.version });
    return done(after!);
  });
}

async function isOwner({ db, actor }: Context<Partner>, organizationId: string): Promise<boolean> {
  const mine = and(eq(memberships.organizationId, organizationId), eq(memberships.userId, actor.userId));
  return (await db.$count(memberships, and(mine, eq(memberships.role, "owner")))) > 0;
}

/** Each district that knows it is told in its log; where it may be on the list, cached pages end. */
async function tellDistricts(
  ctx: Context<Partner>,
  organizationId: string,
  detail: { fields: string[]; version: number },
) {
  const known = await ctx.db
    .select({ districtId: partnerships.districtId, status: partnerships.status })
    .from(partnerships)
    .where(and(eq(partnerships.organizationId, organizationId), ne(partnerships.status, "declined")))
    // Of two that raise several versions at once, none then waits for the other.
    .orderBy(asc(partnerships.districtId));
  for (const { districtId, status } of known) {
    await recordEvent(ctx, "organization.edited", { id: organizationId, districtId, detail });
    if (status !== "requested") await bumpListVersion(ctx.db, districtId);
  }
  if (!known.length) await recordEvent(ctx, "organization.edited", { id: organizationId, detail });
  if (detail.fields.includes("sector")) await indexAnew(ctx, organizationId);
}

/** Learners may search by the kind of organization. */
async function indexAnew({ db }: Context, organizationId: string) {
  const theirs = db
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(eq(opportunities.organizationId, organizationId));
  await enqueueIndexingOf(db, and(eq(listings.state, "published"), inArray(listings.opportunityId, theirs))!);
}
