/** Places of an organization: what it offers can be at any of them, and families see where they are. */
import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { organizationSites } from "#db/schema/organizations.ts";
import { done, refused, type Context, type Partner } from "../context.ts";
import { pointOfZip } from "../districts/places.server.ts";
import { changeProfile, type ChangingProfile } from "./profile-change.server.ts";
import { MOST_SITES } from "./profile-limits.ts";
import type { Site, SiteFacts } from "./profile.ts";

/** By name; empty for another's organization. */
export async function listSites(ctx: Context<Partner>, organizationId: string): Promise<Site[]> {
  return ctx.actor.organizationIds.includes(organizationId) ? sitesOf(ctx.db, organizationId) : [];
}

export const sitesOf = (db: Database, organizationId: string): Promise<Site[]> =>
  db
    .select()
    .from(organizationSites)
    .where(eq(organizationSites.organizationId, organizationId))
    .orderBy(asc(organizationSites.name), asc(organizationSites.id));

/** Null: not there, or another organization's. */
export async function findSite(ctx: Context<Partner>, organizationId: string, siteId: string): Promise<Site | null> {
  const [site] = await ctx.db
    .select()
    .from(organizationSites)
    .where(
      and(
        eq(organizationSites.id, siteId),
        eq(organizationSites.organizationId, organizationId),
        inArray(organizationSites.organizationId, ctx.actor.organizationIds),
      ),
    );
  return site ?? null;
}

export function addSite(ctx: Context<Partner>, { facts, ...changing }: ChangingProfile & { facts: SiteFacts }) {
  const { organizationId } = changing;
  return changeProfile<"name_taken" | "too_many">(ctx, "add-site", changing, async (ctx) => {
    const there = await sitesOf(ctx.db, organizationId);
    if (there.some(({ name }) => name === facts.name)) return refused("name_taken");
    if (there.length >= MOST_SITES) return refused("too_many");
    const point = await pointOfZip(ctx.db, facts.zip);
    await ctx.db.insert(organizationSites).values({ organizationId, ...facts, ...point, createdAt: ctx.now });
    return done(["sites"]);
  });
}

export function changeSite(
  ctx: Context<Partner>,
  { siteId, facts, ...changing }: ChangingProfile & { siteId: string; facts: SiteFacts },
) {
  return changeProfile<"not_found" | "name_taken">(ctx, "change-site", changing, async (ctx) => {
    const before = await findSite(ctx, changing.organizationId, siteId);
    if (!before) return refused("not_found");
    const others = and(
      eq(organizationSites.organizationId, changing.organizationId),
      eq(organizationSites.name, facts.name),
      ne(organizationSites.id, siteId),
    );
    if ((await ctx.db.$count(organizationSites, others)) > 0) return refused("name_taken");
    const changed = (Object.keys(facts) as (keyof SiteFacts)[]).some((field) => facts[field] !== before[field]);
    if (!changed) return done([]);
    const point = await pointOfZip(ctx.db, facts.zip);
    await ctx.db
      .update(organizationSites)
      .set({ ...facts, ...point })
      .where(eq(organizationSites.id, siteId));
    return done(["sites"]);
  });
}

/** What was posted there keeps the address it was posted with. */
export function removeSite(ctx: Context<Partner>, { siteId, ...changing }: ChangingProfile & { siteId: string }) {
  return changeProfile<"not_found">(ctx, "remove-site", changing, async (ctx) => {
    if (!(await findSite(ctx, changing.organizationId, siteId))) return refused("not_found");
    await ctx.db.delete(organizationSites).where(eq(organizationSites.id, siteId));
    return done(["sites"]);
  });
}
