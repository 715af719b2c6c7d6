import { clusterOf } from "../interests/cluster-of.ts";
import type { Learner } from "./learner.ts";
import { bitsByPosition, bitsOfRows, type MatchIndex } from "./match-index.ts";

/** How near a listing is to a choice: a bit each, of which the highest counts. */
const RELATED = 1;
const CLUSTER = 2;
/** Of a sub-cluster that a chosen pathway prepares for. */
const SUB_CLUSTER = 4;
const PATHWAY = 8;
/** By the bits. */
export const CHOICE_WORTHS = Float64Array.from({ length: 2 * PATHWAY }, (_, bits) =>
  bits & PATHWAY ? 1 : bits & SUB_CLUSTER ? 0.8 : bits & CLUSTER ? 0.5 : bits & RELATED ? 0.25 : 0,
);
/** Of a field or pathway that was chosen, not only related to one. */
export const isChosen = (nearness: number) => nearness >= CLUSTER;

export type ChoiceReason =
  | { kind: "pathway"; slug: string }
  | { kind: "prepares"; slug: string }
  | { kind: "cluster"; code: string }
  | { kind: "pathway_field"; slug: string }
  | { kind: "related"; code: string };

/** The framework gathers its clusters in six groups. */
const groupOf = (code: string) => code.slice(0, 2);

export interface Choices {
  /** Of each row to what was chosen. */
  nearness: Uint8Array;
  nearnessOf(subCluster: string): number;
}

/** Null when nothing was chosen. */
export function choicesOf(index: MatchIndex, learner: Learner): Choices | null {
  if (learner.clusters.length === 0 && learner.pathways.length === 0) return null;
  const nearnessOf = nearnessTo(learner);
  const nearness = bitsOfRows(
    index,
    bitsByPosition(index, ({ code }) => nearnessOf(code)),
  );
  for (const { slug } of learner.pathways)
    for (const row of index.rowsOfPathway.get(slug) ?? []) nearness[row]! |= PATHWAY;
  return { nearness, nearnessOf };
}

function nearnessTo({ clusters: chosen, pathways }: Learner): (subCluster: string) => number {
  const prepared = new Set(pathways.flatMap(({ subClusters }) => subClusters));
  const clusters = new Set([...chosen, ...[...prepared].map(clusterOf)]);
  const groups = new Set([...clusters].map(groupOf));
  return (code) => {
    if (prepared.has(code)) return SUB_CLUSTER;
    if (clusters.has(clusterOf(code))) return CLUSTER;
    return groups.has(groupOf(code)) ? RELATED : 0;
  };
}

/** The nearest, which is what the listing's worth came from. */
export function choiceReason(index: MatchIndex, row: number, learner: Learner, { nearnessOf }: Choices): ChoiceReason {
  const { pathways, subClusters } = index.listings[row]!;
  const slug = learner.pathways.find((each) => pathways.includes(each.slug))?.slug;
  if (slug !== undefined) return { kind: "pathway", slug };
  const [nearest = ""] = subClusters.toSorted((a, b) => nearnessOf(b) - nearnessOf(a));
  const cluster = clusterOf(nearest);
  const through = (is: (subCluster: string) => boolean) =>
    learner.pathways.find((each) => each.subClusters.some(is))?.slug ?? "";
  switch (nearnessOf(nearest)) {
    case SUB_CLUSTER:
      return { kind: "prepares", slug: through((each) => each === nearest) };
    case CLUSTER:
      return learner.clusters.includes(cluster)
        ? { kind: "cluster", code: cluster }
        : { kind: "pathway_field", slug: through((each) => clusterOf(each) === cluster) };
  }
  const chosen = [...learner.clusters, ...learner.pathways.flatMap((each) => each.subClusters.map(clusterOf))];
  return { kind: "related", code: chosen.find((each) => groupOf(each) === groupOf(nearest)) ?? cluster };
}
