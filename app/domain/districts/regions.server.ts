/** Regions: several districts of the platform whose lists are read together. Each keeps its own list, and its own pages. */
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districts } from "#db/schema/districts.ts";
import { regionDistricts, regions } from "#db/schema/regions.ts";
import { done, refused, type Context, type Operator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import type { District } from "./districts.server.ts";

export type Region = typeof regions.$inferSelect;

interface RegionFacts {
  name: string;
  nameEs: string | null;
  districtIds: string[];
}

export function createRegion(
  ctx: Context<Operator>,
  { idempotencyKey, slug, name, nameEs, districtIds }: RegionFacts & { slug: string; idempotencyKey: string },
): Promise<Outcome<{ regionId: string }, "slug_taken" | "unknown_district">> {
  type Refusal = "slug_taken" | "unknown_district";
  return once<Operator, { regionId: string }, Refusal>(ctx, "create-region", idempotencyKey, async (ctx) => {
    if (!(await areDistricts(ctx.db, districtIds))) return refused("unknown_district");
    const [region] = await ctx.db
      .insert(regions)
      .values({ slug, name, nameEs, createdAt: ctx.now })
      .onConflictDoNothing({ target: regions.slug })
      .returning({ id: regions.id });
    if (!region) return refused("slug_taken");
    await setDistricts(ctx.db, region.id, districtIds);
    await recordEvent(ctx, "region.created", { id: region.id, detail: { districtIds } });
    return done({ regionId: region.id });
  });
}

type ChangeRefusal = "not_found" | "changed_since_read" | "unknown_district";

export function changeRegion(
  ctx: Context<Operator>,
  {
    regionId,
    version,
    idempotencyKey,
    name,
    nameEs,
    districtIds,
  }: RegionFacts & { regionId: string; version: number; idempotencyKey: string },
): Promise<Outcome<{ regionId: string }, ChangeRefusal>> {
  return once<Operator, { regionId: string }, ChangeRefusal>(ctx, "change-region", idempotencyKey, async (ctx) => {
    const [region] = await ctx.db.select().from(regions).where(eq(regions.id, regionId)).for("update");
    if (!region) return refused("not_found");
    if (region.version !== version) return refused("changed_since_read");
    if (!(await areDistricts(ctx.db, districtIds))) return refused("unknown_district");
    await ctx.db
      .update(regions)
      .set({ name, nameEs, version: sql`${regions.version} + 1` })
      .where(eq(regions.id, regionId));
    await setDistricts(ctx.db, regionId, districtIds);
    await recordEvent(ctx, "region.changed", { id: regionId, detail: { districtIds } });
    return done({ regionId });
  });
}

async function setDistricts(db: Database, regionId: string, districtIds: string[]) {
  await db.delete(regionDistricts).where(eq(regionDistricts.regionId, regionId));
  await db.insert(regionDistricts).values(districtIds.map((districtId) => ({ regionId, districtId })));
}

const areDistricts = async (db: Database, ids: string[]) =>
  ids.length > 0 && (await db.$count(districts, inArray(districts.id, ids))) === new Set(ids).size;

export interface RegionOfDistricts extends Region {
  /** By name. */
  districts: District[];
}

/** Null: no region has this slug. */
export async function getRegionBySlug(db: Database, slug: string): Promise<RegionOfDistricts | null> {
  const [region] = await db.select().from(regions).where(eq(regions.slug, slug));
  return region ? { ...region, districts: await listDistrictsOf(db, region.id) } : null;
}

export async function getRegion(ctx: Context<Operator>, regionId: string): Promise<RegionOfDistricts | null> {
  const [region] = await ctx.db.select().from(regions).where(eq(regions.id, regionId));
  return region ? { ...region, districts: await listDistrictsOf(ctx.db, region.id) } : null;
}

export const listRegions = (db: Database): Promise<Region[]> => db.select().from(regions).orderBy(asc(regions.name));

async function listDistrictsOf(db: Database, regionId: string): Promise<District[]> {
  const ofRegion = and(eq(regionDistricts.districtId, districts.id), eq(regionDistricts.regionId, regionId));
  const rows = await db
    .select({ district: districts })
    .from(districts)
    .innerJoin(regionDistricts, ofRegion)
    .orderBy(asc(districts.name));
  return rows.map(({ district }) => district);
}
