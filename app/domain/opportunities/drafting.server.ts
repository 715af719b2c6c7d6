/**
 * Drafting: a partner writes an opportunity once, a step at a time, and each step is kept. What is written is a
 * working copy: learners see the revision a district approved, so an edit changes no list until it is sent and read.
 * Of two saves from the same state the later one is refused and nothing is overwritten unseen.
 */
import { and, eq, inArray, sql } from "drizzle-orm";
import { opportunities } from "#db/schema/opportunities.ts";
import { organizations } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import { subClusters } from "#db/schema/reference.ts";
import { done, refused, type Context, type Outcome, type Partner } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { suggestSubClusters } from "../interests/suggest-sub-clusters.ts";
import { once } from "../once.server.ts";
import type { DraftContent } from "./content.ts";
import { locate, locateSites, movedPoint } from "./locating.server.ts";
import type { Opportunity } from "./opportunity.ts";
import { isOwn, lockOpportunity } from "./own.server.ts";

type Written = Omit<DraftContent, "otherSites">;

export interface Draft extends Partial<Omit<Written, "title">> {
  title: string;
  organizationId: string;
  idempotencyKey: string;
}

/**
 * Starts a draft with what is already known: the organization's address where none was typed, the writer as the person
 * to call, career areas guessed from the words.
 */
export function draftOpportunity(
  ctx: Context<Partner>,
  { organizationId, idempotencyKey, ...content }: Draft,
): Promise<Outcome<{ opportunityId: string }, "not_found">> {
  return once<Partner, { opportunityId: string }, "not_found">(
    ctx,
    "draft-opportunity",
    idempotencyKey,
    async (ctx) => {
      if (!ctx.actor.organizationIds.includes(organizationId)) return refused("not_found");
      const [organization] = await ctx.db.select().from(organizations).where(eq(organizations.id, organizationId));
      const [writer] = await ctx.db.select().from(users).where(eq(users.id, ctx.actor.userId));
      if (!organization || !writer) return refused("not_found");
      const place = await placeOf(ctx, content, organization);
      const guessed = suggestSubClusters({ ...content, body: content.description, organization: organization.name });
      const [draft] = await ctx.db
        .insert(opportunities)
        .values({
          ...content,
          organizationId,
          createdBy: writer.id,
          ...place,
          contactName: content.contactName ?? writer.name,
          contactEmail: content.contactEmail ?? writer.email,
          subClusters: guessed.map(({ code }) => code).toSorted(),
          subClustersSuggested: guessed.length > 0,
          createdAt: ctx.now,
          updatedAt: ctx.now,
        })
        .returning({ id: opportunities.id });
      await recordEvent(ctx, "opportunity.drafted", { id: draft!.id });
      return done({ opportunityId: draft!.id });
    },
  );
}

/** The address that was typed, else the organization's; with its point. */
async function placeOf(
  ctx: Context,
  { street = null, city = null, state = null, zip = null }: Partial<Written>,
  organization: typeof organizations.$inferSelect,
) {
  if (street || city || zip) return { street, city, state, zip, ...(await locate(ctx, zip)) };
  const { latitude, longitude } = organization;
  const point = latitude === null || longitude === null ? await locate(ctx, organization.zip) : { latitude, longitude };
  return {
    street: organization.street,
    city: organization.city,
    state: organization.state,
    zip: organization.zip,
    ...point,
  };
}

export type Changes = Partial<DraftContent> & Partial<Pick<Opportunity, "latitude" | "longitude">>;
type Kept = Partial<Written> & Partial<Pick<Opportunity, "latitude" | "longitude" | "otherSites">>;

export interface Save {
  opportunityId: string;
  /** `opportunities.version` the form was shown with. */
  version: number;
  changes: Changes;
  idempotencyKey: string;
}

export type SaveRefusal = "not_found" | "edited_elsewhere";

/** Keeps what a step says. Saving what already stands is no change: version and log stay as they are. */
export function saveDraft(
  ctx: Context<Partner>,
  { opportunityId, version, changes, idempotencyKey }: Save,
): Promise<Outcome<{ version: number }, SaveRefusal>> {
  return once<Partner, { version: number }, SaveRefusal>(ctx, "save-draft", idempotencyKey, async (ctx) => {
    const before = await lockOpportunity(ctx, opportunityId);
    if (!before) return refused("not_found");
    if (before.version !== version) return refused("edited_elsewhere");
    const known = await asKept(ctx, changes);
    const fields = changedFields(before, known);
    if (!fields.length) return done({ version });

    const [after] = await ctx.db
      .update(opportunities)
      .set({
        ...known,
        ...(await movedPoint(ctx, before, known)),
        ...(fields.includes("subClusters") && { subClustersSuggested: false }),
        version: sql`${opportunities.version} + 1`,
        updatedAt: ctx.now,
      })
      .where(and(eq(opportunities.id, opportunityId), eq(opportunities.version, version)))
      .returning({ version: opportunities.version });
    if (!after) return refused("edited_elsewhere");
    await recordEvent(ctx, "opportunity.edited", { id: opportunityId, detail: { fields, version: after.version } });
    return done(after);
  });
}

export interface OwnOpportunity extends Opportunity {
  organization: Pick<typeof organizations.$inferSelect, "name" | "sector" | "about" | "website">;
}

/** Null: not there, or another partner's. */
export async function getOpportunity(ctx: Context<Partner>, opportunityId: string): Promise<OwnOpportunity | null> {
  const [found] = await ctx.db
    .select({ opportunity: opportunities, organization: organizations })
    .from(opportunities)
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .where(and(eq(opportunities.id, opportunityId), isOwn(ctx)));
  if (!found) return null;
  const { name, sector, about, website } = found.organization;
  return { ...found.opportunity, organization: { name, sector, about, website } };
}

/** Sites with their points; sub-clusters that are no longer, or never were, in the framework are left out. */
async function asKept(ctx: Context, { otherSites, ...changes }: Changes): Promise<Kept> {
  const sites = otherSites && { otherSites: await locateSites(ctx, otherSites) };
  if (!changes.subClusters?.length) return { ...changes, ...sites };
  const known = await ctx.db
    .select({ code: subClusters.code })
    .from(subClusters)
    .where(inArray(subClusters.code, changes.subClusters));
  return { ...changes, ...sites, subClusters: known.map(({ code }) => code).sort() };
}

function changedFields(before: Opportunity, changes: Kept) {
  return (Object.keys(changes) as (keyof Kept)[]).filter(
    (field) => comparable(before[field]) !== comparable(changes[field]),
  );
}

/** Times come back from the database with seconds, objects with their keys in another order. */
const comparable = (value: unknown) =>
  JSON.stringify(value ?? null, (_key, inner: unknown) => {
    if (typeof inner === "string" && /^\d\d:\d\d:\d\d$/.test(inner)) return inner.slice(0, 5);
    return inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => a.localeCompare(b)))
      : inner;
  });
