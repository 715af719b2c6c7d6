/**
 * How text becomes words, the same for documents and for what readers type: letters and digits, without case, with
 * accents kept for the Spanish stems and folded for everything else.
 */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** "B.A.C." is one word. */
const INITIALS = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu;
const MOST_WORDS = 10;
const LONGEST_WORD = 40;
/** Words that say nothing about a listing; they count only when nothing else was typed. */
const SMALL_WORDS = new Set(
  "a an and are at by for from i in is my near of on or the to with al con de del el en la las los o para por un una y".split(
    " ",
  ),
);

/** Without case and accents: `Educación` → `educacion`. */
export const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Lower-case words with their accents. */
export const wordsIn = (text: string): string[] => {
  const plain = text.normalize("NFC").toLowerCase();
  const joined = plain.replace(INITIALS, (initials) => `${initials.replaceAll(".", "")} `);
  return (joined.match(WORD) ?? []).map((word) => word.slice(0, LONGEST_WORD));
};

/** The words a search is about, at most ten. */
export function queryWords(text: string): string[] {
  const words = wordsIn(text);
  const telling = words.filter((word) => !SMALL_WORDS.has(word) && (word.length > 1 || /\p{N}|\p{Lo}/u.test(word)));
  return (telling.length ? telling : words).slice(0, MOST_WORDS);
}

/** Edits that make one word of the other: a letter added, left out, changed, or two neighbors swapped. */
export const edits = (a: string, b: string): number => editsToBeginnings(a, b)[b.length]!;

/** Edits that make what was typed the beginning of a word. */
export const editsToBegin = (typed: string, word: string): number =>
  Math.min(...editsToBeginnings(typed, word.slice(0, typed.length + 2)));

/** Edits that make `a` the first 0, 1, 2… letters of `b`. */
function editsToBeginnings(a: string, b: string): number[] {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last;
}

/** How many edits a word may be away from a known one: short words have too many neighbors. */
export const editsAllowed = (word: string) => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2);
