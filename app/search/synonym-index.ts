/** The synonyms by what a reader types: in either number and gender, without accents and small words. */
import { SYNONYMS } from "./synonyms.ts";
import { fold, queryWords, wordsIn } from "./tokens.ts";

/** One thing a word is also called, a word or a phrase as it is written. */
export interface Phrase {
  text: string;
  language: "en" | "es";
}

const MOST_WORDS = 4;

const byTyped = new Map<string, Map<string, Phrase>>();
for (const line of SYNONYMS.trim().split("\n")) {
  const [called = "", narrower = ""] = line.split(" > ");
  const [english = "", spanish = ""] = called.split(" | ");
  const same = [...phrases(english, "en"), ...phrases(spanish, "es")];
  for (const phrase of same)
    for (const form of formsOf(phrase))
      for (const other of [...same, ...phrases(narrower, "en")]) if (other !== phrase) add(keyOf(form), other);
}

function phrases(list: string, language: Phrase["language"]): Phrase[] {
  return list
    .split(", ")
    .filter(Boolean)
    .map((text) => ({ text: text.trim(), language }));
}

function add(typed: string, other: Phrase) {
  const others = byTyped.get(typed) ?? new Map<string, Phrase>();
  byTyped.set(typed, others.set(other.text, other));
}

function keyOf(text: string): string {
  return queryWords(text).map(fold).join(" ");
}

/** A phrase in its numbers and genders. English changes the last word of a phrase, Spanish the first. */
export function formsOf({ text, language }: Phrase): string[] {
  const words = text.split(" ");
  const at = language === "en" ? words.length - 1 : 0;
  const forms = language === "en" ? englishForms(words[at]!) : spanishForms(words[at]!);
  return [...new Set(forms)].map((form) => words.with(at, form).join(" "));
}

/** What the words of these texts are in other numbers and genders, of either language, and initials as one word. */
export function otherForms(texts: readonly string[]): string[] {
  const words = new Set(texts.flatMap(wordsIn));
  const written = texts.join(" ").normalize("NFC").toLowerCase();
  const forms = [...words].flatMap((word) => [...englishForms(word), ...singulars(word), ...spanishForms(word)]);
  return [...new Set(forms)].filter((form) => !words.has(form) || !written.includes(form));
}

/** "berries" is of "berry"; "boxes" of "box". */
const singulars = (word: string): string[] =>
  /ies$/.test(word) ? [word.replace(/ies$/, "y")] : /(x|ch|sh|ss)es$/.test(word) ? [word.replace(/es$/, "")] : [];

function englishForms(word: string): string[] {
  if (/[^aeiou]y$/.test(word)) return [word, word.replace(/y$/, "ies")];
  if (/(s|x|ch|sh)$/.test(word)) return [word, /ss$/.test(word) ? `${word}es` : word.replace(/s$/, "")];
  return [word, `${word}s`];
}

function spanishForms(word: string): string[] {
  if (/[aeiou]$/.test(word)) return word.endsWith("o") ? endings(word.slice(0, -1), "o a os as") : [word, `${word}s`];
  if (/or$/.test(word)) return endings(word, " a es as");
  if (/ón$/.test(word)) return [word, word.replace(/ón$/, "ones")];
  return /[dlnr]$/.test(word) ? [word, `${word}es`] : [word];
}

function endings(stem: string, all: string): string[] {
  return all.split(" ").map((ending) => stem + ending);
}

/** What these words, taken together, are also called. */
export const synonymsOf = (words: readonly string[]): Phrase[] => [
  ...(byTyped.get(words.map(fold).join(" "))?.values() ?? []),
];

/** Stretches of two words and more that have synonyms, the longest first where they begin; none overlaps another. */
export function phrasesIn(words: readonly string[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let from = 0; from < words.length; from++) {
    let to = Math.min(words.length, from + MOST_WORDS);
    while (to - from > 1 && !synonymsOf(words.slice(from, to)).length) to -= 1;
    if (to - from < 2) continue;
    found.push({ from, to });
    from = to - 1;
  }
  return found;
}

/** Every word and phrase that has synonyms, as it is typed. */
export const typedWithSynonyms = (): IterableIterator<string> => byTyped.keys();
