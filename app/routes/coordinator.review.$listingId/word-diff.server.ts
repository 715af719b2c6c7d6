import { diffWordsWithSpace } from "diff";

/** A run of words: in both texts, only in the old one, or only in the new one. */
export interface Run {
  text: string;
  in: "both" | "before" | "after";
}

/** Texts that share next to nothing are not worth more time than this: they are shown whole. */
const LONGEST_MS = 100;

/** What was taken out of a text and what was put in, word by word. */
export function wordDiff(before: string | null, after: string | null): Run[] {
  const parts = diffWordsWithSpace(before ?? "", after ?? "", { timeout: LONGEST_MS });
  if (!parts) return [...run(before, "before"), ...run(after, "after")];
  return parts.map(({ value, added, removed }) => ({
    text: value,
    in: added ? "after" : removed ? "before" : "both",
  }));
}

const run = (text: string | null, where: Run["in"]): Run[] => (text ? [{ text, in: where }] : []);
