/**
 * Texts as the fonts on paper can show them. What no font here has is written by its base letter where there is one, left
 * out where it is decoration, and marked by "…" where it was a word: never a box, never another word.
 */

const LATIN =
  "\\u0020-\\u007e\\u00a0-\\u00ac\\u00ae-\\u00b4\\u00b6-\\u00ff\\u0131\\u0152\\u0153\\u02c6\\u02da\\u02dc\\u2009\\u2013\\u2014\\u2018-\\u201a\\u201c-\\u201e\\u2022\\u2026\\u2039\\u203a\\u2044\\u20ac\\u2122\\u2212\\u2215";
/** What only the second file of a face has. */
const MORE =
  "\\u0100-\\u0107\\u010a-\\u0113\\u0116-\\u011b\\u011e-\\u0123\\u0126\\u0127\\u012a\\u012b\\u012e-\\u0130\\u0132\\u0133\\u0136\\u0137\\u0139-\\u013e\\u0141-\\u0148\\u0150\\u0151\\u0154\\u0155\\u0158-\\u015b\\u015e-\\u0165\\u016a\\u016b\\u016e-\\u017e\\u0192\\u0218-\\u021b\\u0237\\u02c7\\u02c9\\u02dd\\u1e80-\\u1e85\\u1e9e\\u1ef2\\u1ef3\\u2020\\u20b9\\u2113";

const ALL_LATIN = new RegExp(`^[${LATIN}]*$`);
const ALL_KNOWN = new RegExp(`^[${LATIN}${MORE}]*$`);
const IN_MORE = new RegExp(`[${MORE}]`);
const RUNS = new RegExp(`[${MORE}]+|[^${MORE}]+`, "g");

/** Marks, formats, controls, pictures and halves of characters: nothing is lost that could be read aloud. */
const DECORATION = /^[\p{M}\p{C}\p{So}\p{Sk}\p{Emoji_Presentation}]$/u;
const SPELLED: Record<string, string> = {
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "–",
  "\u2015": "—",
  "\u2032": "'",
  "\u2033": '"',
  "\u00b5": "u",
  "\u2190": "<-",
  "\u2192": "->",
  "\u2264": "<=",
  "\u2265": ">=",
  "\u2713": "•",
  "\u25cf": "•",
  "\u25aa": "•",
};
const LOST = "…";

/** Whether the fonts here have every letter of it. */
export const isLegible = (text: string) => ALL_KNOWN.test(text);

/** One line of it: whatever stood between words is one space. */
export function legible(text: string): string {
  const line = text.normalize("NFC").replace(/\s+/g, " ").trim();
  if (isLegible(line)) return line;
  let shown = "";
  for (const character of line) {
    const spelled = isLegible(character) ? character : spell(character);
    // A word of another script is lost once, not letter by letter.
    if (spelled !== LOST || !shown.endsWith(LOST)) shown += spelled;
  }
  return shown.replace(/ {2,}/g, " ").trim();
}

function spell(character: string): string {
  const known = SPELLED[character];
  if (known !== undefined) return known;
  if (DECORATION.test(character)) return "";
  const base = character.normalize("NFKD").replace(/\p{M}/gu, "");
  return base !== "" && ALL_LATIN.test(base) ? base : LOST;
}

/** A legible text cut where it changes between the two files of a face. */
export function runsOf(text: string): { text: string; more: boolean }[] {
  if (ALL_LATIN.test(text)) return [{ text, more: false }];
  return (text.match(RUNS) ?? []).map((run) => ({ text: run, more: IN_MORE.test(run) }));
}
