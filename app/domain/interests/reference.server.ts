import { asc } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { careerClusters, subClusters } from "#db/schema/reference.ts";
import type { SubClusterProfile } from "./clusters-by-interest.ts";

export type CareerCluster = typeof careerClusters.$inferSelect;
export interface NamedSubCluster extends SubClusterProfile {
  name: string;
  nameEs: string;
}

/** Clusters change with the code only: a database is asked once. */
const clusters = new WeakMap<Database, readonly CareerCluster[]>();

export async function listCareerClusters(db: Database): Promise<readonly CareerCluster[]> {
  const known = clusters.get(db) ?? (await db.select().from(careerClusters).orderBy(asc(careerClusters.code)));
  clusters.set(db, known);
  return known;
}

export async function listSubClusters(db: Database): Promise<NamedSubCluster[]> {
  const rows = await db.select().from(subClusters).orderBy(asc(subClusters.code));
  return rows.map(({ code, clusterCode, name, nameEs, ...scores }) => ({ code, clusterCode, name, nameEs, scores }));
}
