import type { Learner } from "./learner.ts";
import { MOST_SUB_CLUSTERS, NONE, pathwayBit, type MatchIndex } from "./match-index.ts";

/** What follows a choice, nearest first: the pathway itself, a sub-cluster it prepares for, its cluster, a related one. */
const WORTH = { pathway: 1, subCluster: 0.8, cluster: 0.5, related: 0.25 } as const;

export type ChoiceReason =
  | { kind: "pathway"; slug: string }
  | { kind: "prepares"; slug: string }
  | { kind: "cluster"; code: string }
  | { kind: "pathway_field"; slug: string }
  | { kind: "related"; code: string };

export const clusterOf = (code: string) => `${code.slice(0, 4)}00`;
/** The framework gathers its clusters in six groups. */
const groupOf = (code: string) => code.slice(0, 2);

/** What was chosen, made ready: the worth of each sub-cluster of the framework, and the bits of the pathways. */
export interface Choices {
  worths: Float64Array;
  bits: number;
}

/** Null when nothing was chosen. */
export function choicesOf(index: MatchIndex, learner: Learner): Choices | null {
  if (learner.clusters.length === 0 && learner.pathways.length === 0) return null;
  const prepared = new Set(learner.pathways.flatMap(({ subClusters }) => subClusters));
  const clusters = new Set([...learner.clusters, ...[...prepared].map(clusterOf)]);
  const groups = new Set([...clusters].map(groupOf));
  const worths = Float64Array.from(index.subClusters, ({ code, clusterCode }) => {
    if (prepared.has(code)) return WORTH.subCluster;
    if (clusters.has(clusterCode)) return WORTH.cluster;
    return groups.has(groupOf(code)) ? WORTH.related : 0;
  });
  return { worths, bits: learner.pathways.reduce((bits, { slug }) => bits | pathwayBit(slug), 0) };
}

export function choiceAt(index: MatchIndex, row: number, learner: Learner, { worths, bits }: Choices): number {
  // Few rows get as far as looking at slugs: this is asked of each of thousands.
  if (index.pathwayBits[row]! & bits && pathwayAt(index, row, learner) !== null) return WORTH.pathway;
  let worth = 0;
  for (let i = row * MOST_SUB_CLUSTERS; i < (row + 1) * MOST_SUB_CLUSTERS; i++) {
    const position = index.subClusterOf[i]!;
    if (position === NONE) break;
    if (worths[position]! > worth) worth = worths[position]!;
  }
  return worth;
}

/** The nearest of what follows from a choice, which is what the listing's worth came from. */
export function choiceReason(index: MatchIndex, row: number, learner: Learner, choices: Choices): ChoiceReason {
  const slug = pathwayAt(index, row, learner);
  if (slug !== null) return { kind: "pathway", slug };
  const worth = choiceAt(index, row, learner, choices);
  const its = index.subClusterOf.subarray(row * MOST_SUB_CLUSTERS, (row + 1) * MOST_SUB_CLUSTERS);
  const { code, clusterCode } = index.subClusters[its.find((position) => choices.worths[position] === worth)!]!;
  const through = (is: (subCluster: string) => boolean) =>
    learner.pathways.find(({ subClusters }) => subClusters.some(is))?.slug ?? "";
  if (worth === WORTH.subCluster) return { kind: "prepares", slug: through((each) => each === code) };
  if (worth === WORTH.cluster)
    return learner.clusters.includes(clusterCode)
      ? { kind: "cluster", code: clusterCode }
      : { kind: "pathway_field", slug: through((each) => clusterOf(each) === clusterCode) };
  const chosen = [...learner.clusters, ...learner.pathways.flatMap(({ subClusters }) => subClusters.map(clusterOf))];
  return { kind: "related", code: chosen.find((each) => groupOf(each) === groupOf(code)) ?? clusterCode };
}

function pathwayAt(index: MatchIndex, row: number, { pathways }: Learner): string | null {
  const its = index.listings[row]!.pathways;
  return pathways.find(({ slug }) => its.includes(slug))?.slug ?? null;
}
