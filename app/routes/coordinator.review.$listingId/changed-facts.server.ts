import { FACTS, type ContentFacts, type Fact } from "./facts.ts";
import { wordDiff, type Run } from "./word-diff.server.ts";

export interface ChangedFact {
  fact: Fact | "contact" | "title";
  runs: Run[];
}

/** The fields in which what was sent differs from what readers see now, in the order they are read. */
export function changedFacts(before: ContentFacts, after: ContentFacts): ChangedFact[] {
  return (["title", ...FACTS, "contact"] as const)
    .filter((fact) => before[fact] !== after[fact])
    .map((fact) => ({ fact, runs: wordDiff(before[fact], after[fact]) }));
}
