/**
 * How hard a text is to read, by the school grade or the ease that two published formulas give it.
 *
 * English, Flesch-Kincaid grade level (Kincaid, Fishburne, Rogers & Chissom, "Derivation of New Readability Formulas for
 * Navy Enlisted Personnel", 1975): 0.39 · words per sentence + 11.8 · syllables per word − 15.59.
 *
 * Spanish, Fernández Huerta's ease ("Medidas sencillas de lecturabilidad", Consigna 214, 1959), as corrected by
 * G. Law (2011): 206.84 − 60 · syllables per word − 1.02 · words per sentence. 60 to 70 is "normal", the seventh and eighth grade.
 *
 * Syllables are counted by the groups of vowels of a word, which for English is right for about nine words in ten.
 */
interface Counts {
  sentences: number;
  words: number;
  syllables: number;
}

export const fleschKincaid = ({ sentences, words, syllables }: Counts) =>
  0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;

export const fernandezHuerta = ({ sentences, words, syllables }: Counts) =>
  206.84 - 60 * (syllables / words) - 1.02 * (words / sentences);

/** What is filled in is somebody's name or a number, and no word of ours: it stands for a short one. */
const PLACEHOLDER = /\{\{[^}]*\}\}/g;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

export function countsOf(text: string, syllablesOf: (word: string) => number): Counts {
  const plain = text.replace(PLACEHOLDER, "ten");
  // As Flesch counts: a colon or a semicolon ends a thought as a full stop does.
  const sentences = plain.split(/[.!?…:;](?:\s|$)|\n+/).filter((part) => /\p{L}/u.test(part));
  const words = plain.match(WORD) ?? [];
  const syllables = words.reduce((total, word) => total + syllablesOf(word.toLowerCase()), 0);
  return { sentences: Math.max(1, sentences.length), words: words.length, syllables };
}

export const pooled = (all: readonly Counts[]): Counts =>
  all.reduce((sum, each) => ({
    sentences: sum.sentences + each.sentences,
    words: sum.words + each.words,
    syllables: sum.syllables + each.syllables,
  }));

/** An `e` at the end is silent but after a consonant and `l` ("table"); so is that of most `-ed` and `-es`. */
export function englishSyllables(word: string): number {
  const parts = word.split(/['’-]/).filter(Boolean);
  if (parts.length > 1)
    return parts.reduce((total, part) => total + (part.length > 2 ? englishSyllables(part) : 0), 0) || 1;
  const spoken = word
    .replace(/[^a-z]/g, "")
    .replace(/(?<=[^aeiouylr])e$|(?<=[aeiouy][lr])e$|(?<=r)e$/, "")
    .replace(/(?<=[^aeiouytd])ed$/, "d")
    .replace(/(?<=[^aeiouysxzcg])(?<!sh)(?<!ch)es$/, "s")
    .replace(/(?<=[aeiouy][a-z]*[^l])ely$/, "ly");
  const groups = spoken.match(/[aeiouy]+/g) ?? [];
  // Two vowels that are said apart.
  const apart = spoken.match(/ia(?!l)|(?<![ct])ie(?=n)|(?<=r|d)ea$|io(?!u|n)|eo(?!u|p)|ua(?!l|r)|[aeiou]ing/g) ?? [];
  return Math.max(1, groups.length + apart.length);
}

/** A weak vowel joins its neighbor unless an accent parts them; `u` is silent in `que`, `qui`, `gue`, `gui`. */
export function spanishSyllables(word: string): number {
  const spoken = word.replace(/qu(?=[eiéí])/g, "q").replace(/gu(?=[eiéí])/g, "g");
  const groups =
    spoken.match(/[iuüy]?[aeoáéó][iuy](?![a-zñ]*[íú])|[iuü][aeoáéó]|[íú]|[aeoáéó]|[iuü]+|y(?![aeiouáéíóú])/g) ?? [];
  return Math.max(1, groups.length);
}
