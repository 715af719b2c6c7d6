/**
 * A district's pathways: added, changed, retired. A retired one is offered no more, and the listings that serve it still
 * say so. A pathway's address part stays as it was made, so that kept links go on working.
 */
import { and, eq, inArray, sql } from "drizzle-orm";
import { pathways } from "#db/schema/districts.ts";
import { listings } from "#db/schema/listings.ts";
import { subClusters } from "#db/schema/reference.ts";
import { enqueueIndexingOf } from "#app/jobs/enqueue.server.ts";
import { done, refused, type Admin, type Context, type Outcome } from "../context.ts";
import { freeSlug } from "./free-slug.ts";
import type { Pathway } from "./districts.server.ts";
import { changedFields, changeSettings, type Saved, type SettingsForm } from "./settings.server.ts";

export type PathwayFacts = Pick<Pathway, "name" | "nameEs" | "about" | "aboutEs" | "subClusters">;
export type PathwayRefusal = "name_taken" | "unknown_choice";
const MOST_PATHWAYS = 100;

export function addPathway(
  ctx: Context<Admin>,
  { version, idempotencyKey, ...facts }: PathwayFacts & SettingsForm,
): Promise<Outcome<Saved, PathwayRefusal | "too_many" | "changed_since_read">> {
  return changeSettings<PathwayRefusal | "too_many">(ctx, "pathways", { version, idempotencyKey }, async (ctx) => {
    const { districtId } = ctx.actor;
    const all = await ctx.db.select().from(pathways).where(eq(pathways.districtId, districtId));
    if (all.length >= MOST_PATHWAYS) return refused("too_many");
    if (all.some(({ name }) => isSame(name, facts.name))) return refused("name_taken");
    if (!(await areKnown(ctx, facts.subClusters))) return refused("unknown_choice");
    const slug = freeSlug(
      facts.name,
      all.map((pathway) => pathway.slug),
    );
    const [added] = await ctx.db
      .insert(pathways)
      .values({ ...facts, slug, districtId })
      .returning({ id: pathways.id });
    return done({ fields: ["added"], aboutId: added!.id });
  });
}

export function changePathway(
  ctx: Context<Admin>,
  { pathwayId, version, idempotencyKey, ...facts }: PathwayFacts & SettingsForm & { pathwayId: string },
): Promise<Outcome<Saved, PathwayRefusal | "not_found" | "changed_since_read">> {
  return changeSettings<PathwayRefusal | "not_found">(ctx, "pathways", { version, idempotencyKey }, async (ctx) => {
    const pathway = await getPathway(ctx, pathwayId);
    if (!pathway) return refused("not_found");
    const others = await ctx.db.select().from(pathways).where(eq(pathways.districtId, ctx.actor.districtId));
    if (others.some(({ id, name }) => id !== pathwayId && isSame(name, facts.name))) return refused("name_taken");
    if (!(await areKnown(ctx, facts.subClusters))) return refused("unknown_choice");
    await ctx.db.update(pathways).set(facts).where(eq(pathways.id, pathwayId));
    const fields = changedFields<PathwayFacts>(pathway, facts);
    // Listings are found by the names of their pathways.
    if (fields.includes("name") || fields.includes("nameEs"))
      await enqueueIndexingOf(
        ctx.db,
        sql`${listings.state} = 'published' and ${pathwayId} = any(${listings.pathwayIds})`,
      );
    return done({ fields, aboutId: pathwayId });
  });
}

/** Offers it no more, or again. */
export function retirePathway(
  ctx: Context<Admin>,
  { pathwayId, retired, ...form }: SettingsForm & { pathwayId: string; retired: boolean },
): Promise<Outcome<Saved, "not_found" | "changed_since_read">> {
  return changeSettings<"not_found">(ctx, "pathways", form, async (ctx) => {
    const pathway = await getPathway(ctx, pathwayId);
    if (!pathway) return refused("not_found");
    if ((pathway.retiredAt !== null) === retired) return done({});
    const retiredAt = retired ? ctx.now : null;
    await ctx.db.update(pathways).set({ retiredAt }).where(eq(pathways.id, pathwayId));
    return done({ fields: [retired ? "retired" : "offered_again"], aboutId: pathwayId });
  });
}

/** Null: none of the admin's district has this id. */
export async function getPathway(ctx: Context<Admin>, pathwayId: string): Promise<Pathway | null> {
  const own = and(eq(pathways.id, pathwayId), eq(pathways.districtId, ctx.actor.districtId));
  const [pathway] = await ctx.db.select().from(pathways).where(own);
  return pathway ?? null;
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

async function areKnown(ctx: Context<Admin>, codes: readonly string[]): Promise<boolean> {
  const asked = [...new Set(codes)];
  return asked.length === 0 || (await ctx.db.$count(subClusters, inArray(subClusters.code, asked))) === asked.length;
}
