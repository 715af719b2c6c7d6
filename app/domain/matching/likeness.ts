/**
 * "More like this" and "less like this" are about the field of a listing, by the code of its cluster, or about its kind
 * when it was filed under no field: what a learner meant is said in one word, and taken back with it.
 */
import { clusterOf } from "./choices.ts";
import type { Learner } from "./learner.ts";
import { MOST_SUB_CLUSTERS, NONE, type MatchIndex } from "./match-index.ts";

export const MORE = 1;
const LESS = 0;
/** Also of a listing that is partly of the one and partly of the other. */
const NEITHER: number = 0.5;

export interface Likenesses {
  bySubCluster: Float64Array;
  byKind: ReadonlyMap<string, number>;
}

/** What "like this" means for a listing; null for one that tells neither field nor kind. */
export const likenessOf = ({ subClusters, kind }: { subClusters: readonly string[]; kind: string | null }) =>
  subClusters[0] === undefined ? kind : clusterOf(subClusters[0]);

export function likenessWorths(index: MatchIndex, { more, less }: Learner): Likenesses | null {
  if (more.length === 0 && less.length === 0) return null;
  const worthOf = (code: string) => (more.includes(code) ? MORE : less.includes(code) ? LESS : NEITHER);
  return {
    bySubCluster: Float64Array.from(index.subClusters, ({ clusterCode }) => worthOf(clusterCode)),
    byKind: new Map([...more, ...less].map((code) => [code, worthOf(code)])),
  };
}

export function likenessAt(index: MatchIndex, row: number, { bySubCluster, byKind }: Likenesses): number {
  let most = NEITHER;
  let least = NEITHER;
  const start = row * MOST_SUB_CLUSTERS;
  if (index.subClusterOf[start] === NONE) return byKind.get(index.listings[row]!.kind ?? "") ?? NEITHER;
  for (let i = start; i < start + MOST_SUB_CLUSTERS; i++) {
    const position = index.subClusterOf[i]!;
    if (position === NONE) break;
    most = Math.max(most, bySubCluster[position]!);
    least = Math.min(least, bySubCluster[position]!);
  }
  if (most > NEITHER) return least < NEITHER ? NEITHER : MORE;
  return least;
}

/** The wish that a listing of worth MORE answers to. */
export function moreReason(index: MatchIndex, row: number, { more }: Learner): string | undefined {
  const { subClusters, kind } = index.listings[row]!;
  const hasField = index.subClusterOf[row * MOST_SUB_CLUSTERS] !== NONE;
  return more.find((code) => (hasField ? subClusters.some((each) => clusterOf(each) === code) : code === kind));
}
