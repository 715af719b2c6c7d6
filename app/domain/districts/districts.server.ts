import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districts, pathways, schools } from "#db/schema/districts.ts";

export type District = typeof districts.$inferSelect;
export type School = typeof schools.$inferSelect;
export type Pathway = typeof pathways.$inferSelect;

/** Null: no district has this slug. */
export async function getDistrictBySlug(db: Database, slug: string): Promise<District | null> {
  const [district] = await db.select().from(districts).where(eq(districts.slug, slug));
  return district ?? null;
}

export async function getDistrict(db: Database, id: string): Promise<District | null> {
  const [district] = await db.select().from(districts).where(eq(districts.id, id));
  return district ?? null;
}

export function listDistricts(db: Database): Promise<District[]> {
  return db.select().from(districts).orderBy(asc(districts.name));
}

/** Those that are offered; `retiredToo` for who must name what was chosen before. */
export function listSchools(db: Database, districtId: string, { retiredToo = false } = {}): Promise<School[]> {
  const offered = retiredToo ? undefined : isNull(schools.retiredAt);
  return db
    .select()
    .from(schools)
    .where(and(eq(schools.districtId, districtId), offered))
    .orderBy(asc(schools.name));
}

export function listPathways(db: Database, districtId: string, { retiredToo = false } = {}): Promise<Pathway[]> {
  const offered = retiredToo ? undefined : isNull(pathways.retiredAt);
  return db
    .select()
    .from(pathways)
    .where(and(eq(pathways.districtId, districtId), offered))
    .orderBy(asc(pathways.name));
}

export const isOffered = ({ retiredAt }: Pick<School | Pathway, "retiredAt">) => retiredAt === null;

/** True when every pathway and school named belongs to the district: a form may name another district's. */
export async function ownsAll(
  db: Database,
  districtId: string,
  named: { pathwayIds: readonly string[]; schoolIds: readonly string[] },
): Promise<boolean> {
  const own = async (table: typeof pathways | typeof schools, ids: readonly string[]) => {
    const wanted = [...new Set(ids)];
    if (!wanted.length) return true;
    return (await db.$count(table, and(eq(table.districtId, districtId), inArray(table.id, wanted)))) === wanted.length;
  };
  return (await own(pathways, named.pathwayIds)) && (await own(schools, named.schoolIds));
}
