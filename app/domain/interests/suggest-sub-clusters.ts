import { SUB_CLUSTER_WORDS } from "./sub-cluster-words.ts";
import { findPatterns, readPatterns, type PostingText } from "./word-patterns.ts";

/**
 * Guesses what a posting is about from its words, as a suggestion a coordinator can change. A hint alone says enough
 * only in the title.
 */
export interface Suggestion {
  /** Of a sub-cluster. */
  code: string;
  /** The words as they stand in the text, lower case and without accents, weightiest first. */
  because: string[];
}

const AT_MOST = 3;
/** A hint in the title, a full word in the summary, two in the body. */
const ENOUGH = 3;
/** A second suggestion weighs at least this share of the first. */
const SHARE_OF_FIRST = 0.5;

const patterns = readPatterns(Object.entries(SUB_CLUSTER_WORDS));

/** Up to three sub-clusters, likeliest first; none when the text says too little. */
export function suggestSubClusters(text: PostingText): Suggestion[] {
  const ranked = findPatterns(patterns, text).filter(({ score }) => score >= ENOUGH);
  const floor = (ranked[0]?.score ?? 0) * SHARE_OF_FIRST;
  return ranked
    .filter(({ score }) => score >= floor)
    .slice(0, AT_MOST)
    .map(({ code, because }) => ({ code, because }));
}
