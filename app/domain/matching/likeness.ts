/**
 * "More like this" and "less like this" are about the field of a listing, by the code of its cluster, or about its kind
 * when it was filed under no field: what a learner meant is said in one word, and taken back with it.
 */
import { clusterOf } from "../interests/cluster-of.ts";
import type { Learner } from "./learner.ts";
import { bitsByPosition, bitsOfRows, type MatchIndex } from "./match-index.ts";

const [LESS, MORE] = [1, 2];
export const WORTH_OF_MORE = 1;
/** By the bits; what is partly of the one and partly of the other is neither. */
const LIKENESS_WORTHS = Float64Array.of(0.5, 0, WORTH_OF_MORE, 0.5);

/** What "like this" means for a listing; null for one that tells neither field nor kind. */
export const likenessOf = ({ subClusters, kind }: { subClusters: readonly string[]; kind: string | null }) =>
  subClusters[0] === undefined ? kind : clusterOf(subClusters[0]);

/** What was asked of each row; null when nothing was. */
export function likenessTo(index: MatchIndex, { more, less }: Learner, at: number) {
  if (more.length === 0 && less.length === 0) return null;
  const askedOf = (code: string | null) =>
    code === null ? 0 : more.includes(code) ? MORE : less.includes(code) ? LESS : 0;
  const likeness = bitsOfRows(
    index,
    bitsByPosition(index, ({ clusterCode }) => askedOf(clusterCode)),
  );
  for (const row of index.unfiled) likeness[row] = askedOf(index.listings[row]!.kind);
  return { at, codes: likeness, worths: LIKENESS_WORTHS };
}

/** The wish that a row of WORTH_OF_MORE answers to. */
export function moreReason(index: MatchIndex, row: number, { more }: Learner): string | undefined {
  const { subClusters, kind } = index.listings[row]!;
  const isFiled = !index.unfiled.includes(row);
  return more.find((code) => (isFiled ? subClusters.some((each) => clusterOf(each) === code) : code === kind));
}
