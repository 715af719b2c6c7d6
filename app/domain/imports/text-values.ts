import { tidyLine } from "../opportunities/plain-text.ts";

/** Cuts at a word, if one ends in the last fifth, and marks the cut. */
export function cutText(text: string, limit: number) {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "");
  const space = head.lastIndexOf(" ");
  return `${space > limit * 0.8 ? head.slice(0, space) : head}…`;
}

/** For comparing names and headers: no case, accents, punctuation or doubled spaces. */
export const normalizeWords = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A cell as a problem or a preview shows it: one well-formed line of at most `limit` characters. */
export const glimpse = (cell: string, limit = 80) => cutText(tidyLine(cell.slice(0, 400)), limit);
