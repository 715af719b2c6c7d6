import { correlation, meanScores, type Scores } from "./riasec.ts";

export interface SubClusterProfile {
  code: string;
  clusterCode: string;
  scores: Scores;
}

export interface ClusterFit {
  clusterCode: string;
  /** Correlation of the best of its sub-clusters with the learner, -1 to 1. */
  fit: number;
  /** Its sub-clusters that fit, best first. */
  subClusters: string[];
}

/** A sub-cluster that correlates less than this is not called a fit. */
const FITS = 0.3;

/** Clusters a learner's scores lead to, best first; a flat profile leads nowhere in particular: none. */
export function clustersByInterest(scores: Scores, subClusters: readonly SubClusterProfile[]): ClusterFit[] {
  const fits = subClusters
    .map((subCluster) => ({ ...subCluster, fit: correlation(scores, subCluster.scores) }))
    .filter(({ fit }) => fit >= FITS)
    .sort((a, b) => b.fit - a.fit || a.code.localeCompare(b.code));
  const byCluster = new Map<string, ClusterFit>();
  for (const { clusterCode, code, fit } of fits) {
    const cluster = byCluster.get(clusterCode);
    if (cluster) cluster.subClusters.push(code);
    else byCluster.set(clusterCode, { clusterCode, fit, subClusters: [code] });
  }
  return [...byCluster.values()];
}

/** Pathways whose work on the whole fits, best first. */
export function pathwaysByInterest<P extends { slug: string; subClusters: readonly string[] }>(
  scores: Scores,
  pathways: readonly P[],
  subClusters: readonly SubClusterProfile[],
): P[] {
  return pathways
    .flatMap((pathway) => {
      const work = meanScores(
        subClusters.filter(({ code }) => pathway.subClusters.includes(code)).map((each) => each.scores),
      );
      const fit = work ? correlation(scores, work) : 0;
      return fit >= FITS ? [{ pathway, fit }] : [];
    })
    .toSorted((a, b) => b.fit - a.fit || a.pathway.slug.localeCompare(b.pathway.slug))
    .map(({ pathway }) => pathway);
}
