/** The sites whose pages may show the district's list in a frame; a browser refuses it to all others. */
import { and, asc, eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { embedSites } from "#db/schema/front.ts";
import { done, refused, type Admin, type Context, type Outcome } from "../context.ts";
import { changeSettings, type Saved, type SettingsForm } from "./settings.server.ts";

export const MOST_EMBED_SITES = 50;

export type AddRefusal = "already_listed" | "too_many" | "changed_since_read";

/** `origin` as `readOrigin` spells it. */
export function addEmbedSite(
  ctx: Context<Admin>,
  { origin, ...form }: SettingsForm & { origin: string },
): Promise<Outcome<Saved, AddRefusal>> {
  return changeSettings<"already_listed" | "too_many">(ctx, "embedding", form, async (ctx) => {
    const { districtId } = ctx.actor;
    const there = await ctx.db.$count(embedSites, eq(embedSites.districtId, districtId));
    if (there >= MOST_EMBED_SITES) return refused("too_many");
    const [added] = await ctx.db
      .insert(embedSites)
      .values({ districtId, origin, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: embedSites.id });
    return added ? done({ fields: ["added"], aboutId: added.id }) : refused("already_listed");
  });
}

export function removeEmbedSite(
  ctx: Context<Admin>,
  { siteId, ...form }: SettingsForm & { siteId: string },
): Promise<Outcome<Saved, "not_found" | "changed_since_read">> {
  return changeSettings<"not_found">(ctx, "embedding", form, async (ctx) => {
    const own = and(eq(embedSites.id, siteId), eq(embedSites.districtId, ctx.actor.districtId));
    const removed = await ctx.db.delete(embedSites).where(own).returning({ id: embedSites.id });
    return removed.length > 0 ? done({ fields: ["removed"], aboutId: siteId }) : refused("not_found");
  });
}

export function listEmbedSites(db: Database, districtId: string) {
  return db
    .select({ id: embedSites.id, origin: embedSites.origin })
    .from(embedSites)
    .where(eq(embedSites.districtId, districtId))
    .orderBy(asc(embedSites.origin));
}
