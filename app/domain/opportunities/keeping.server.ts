/** Keeping what was changed of an opportunity: once, with its points, and only what really changed. */
import { and, eq, inArray, sql } from "drizzle-orm";
import { opportunities } from "#db/schema/opportunities.ts";
import { subClusters } from "#db/schema/reference.ts";
import type { Context } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Written } from "./composing.server.ts";
import type { DraftContent } from "./content.ts";
import { locateSites, movedPoint } from "./locating.server.ts";
import type { Opportunity } from "./opportunity.ts";

export type Changes = Partial<DraftContent> & Partial<Pick<Opportunity, "latitude" | "longitude">>;
type Kept = Partial<Written> & Partial<Pick<Opportunity, "latitude" | "longitude" | "otherSites">>;

/** Call with the opportunity locked; answers it as it stands then. What already stands is no change, and not logged. */
export async function keepChanges(ctx: Context, before: Opportunity, changes: Changes): Promise<Opportunity> {
  const known = await asKept(ctx, changes);
  const fields = changedFields(before, known);
  if (!fields.length) return before;
  const [after] = await ctx.db
    .update(opportunities)
    .set({
      ...known,
      ...(await movedPoint(ctx, before, known)),
      ...(fields.includes("subClusters") && { subClustersSuggested: false }),
      version: sql`${opportunities.version} + 1`,
      updatedAt: ctx.now,
    })
    .where(and(eq(opportunities.id, before.id), eq(opportunities.version, before.version)))
    .returning();
  if (!after) throw new Error(`opportunity ${before.id} was changed while it was not locked`);
  await recordEvent(ctx, "opportunity.edited", { id: before.id, detail: { fields, version: after.version } });
  return after;
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
