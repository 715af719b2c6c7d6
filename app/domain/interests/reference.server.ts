import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import type { District } from "../districts/districts.server.ts";
import { careerClusters, classicClusters, classicCrosswalk, subClusters } from "#db/schema/reference.ts";
import type { SubClusterProfile } from "./clusters-by-interest.ts";

export type CareerCluster = typeof careerClusters.$inferSelect;
export interface NamedSubCluster extends SubClusterProfile {
  name: string;
  nameEs: string;
}

export type ClusterWording = District["clusterWording"];

/** Clusters change with the code only: a database is asked once. */
const clusters = new WeakMap<Database, Record<ClusterWording, readonly CareerCluster[]>>();

/** The 14 clusters, each by its name of 2024 or by those of the classic clusters it came from. */
export async function listCareerClusters(
  db: Database,
  wording: ClusterWording = "national_2024",
): Promise<readonly CareerCluster[]> {
  const known = clusters.get(db) ?? (await readClusters(db));
  clusters.set(db, known);
  return known[wording];
}

async function readClusters(db: Database): Promise<Record<ClusterWording, readonly CareerCluster[]>> {
  const [all, classic] = await Promise.all([
    db.select().from(careerClusters).orderBy(asc(careerClusters.code)),
    db
      .select({ clusterCode: classicCrosswalk.clusterCode, name: classicClusters.name, nameEs: classicClusters.nameEs })
      .from(classicCrosswalk)
      .innerJoin(classicClusters, eq(classicClusters.code, classicCrosswalk.classicCode))
      .orderBy(asc(classicClusters.code)),
  ]);
  return { national_2024: all, classic: all.map((cluster) => inClassicWords(cluster, classic)) };
}

/** Two that became one are both named; the code stays, and with it every address that was kept. */
function inClassicWords(
  cluster: CareerCluster,
  classic: readonly { clusterCode: string; name: string; nameEs: string }[],
): CareerCluster {
  const from = classic.filter(({ clusterCode }) => clusterCode === cluster.code);
  if (from.length === 0) return cluster;
  const joined = (names: string[]) => names.join(" / ");
  return {
    ...cluster,
    name: joined(from.map(({ name }) => name)),
    nameEs: joined(from.map(({ nameEs }) => nameEs)),
  };
}

export async function listSubClusters(db: Database): Promise<NamedSubCluster[]> {
  const rows = await db.select().from(subClusters).orderBy(asc(subClusters.code));
  return rows.map(({ code, clusterCode, name, nameEs, ...scores }) => ({ code, clusterCode, name, nameEs, scores }));
}
