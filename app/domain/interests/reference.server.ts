import { asc } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { careerClusters, subClusters } from "#db/schema/reference.ts";
import type { SubClusterProfile } from "./clusters-by-interest.ts";

export type CareerCluster = typeof careerClusters.$inferSelect;
export interface NamedSubCluster extends SubClusterProfile {
  name: string;
  nameEs: string;
}

export function listCareerClusters(db: Database): Promise<CareerCluster[]> {
  return db.select().from(careerClusters).orderBy(asc(careerClusters.code));
}

export async function listSubClusters(db: Database): Promise<NamedSubCluster[]> {
  const rows = await db.select().from(subClusters).orderBy(asc(subClusters.code));
  return rows.map(({ code, clusterCode, name, nameEs, ...scores }) => ({ code, clusterCode, name, nameEs, scores }));
}
