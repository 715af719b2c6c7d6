/**
 * Finds words of a list in a posting's text. `*` ends a stem, `~` marks a word that only hints; both languages, without
 * accents. A word counts most in the title; each counts once, where it weighs most.
 */
export interface PostingText {
  title: string;
  summary?: string | null;
  /** Description, tasks, requirements, skills. */
  body?: string | null;
  organization?: string | null;
}

const FULL_WORD = 2;
const HINT = 0.8;
/** In a long text hints are everywhere. */
const HINT_IN_BODY = 0.25;
const FIELD_WEIGHTS = { title: 4, summary: 2, organization: 1, body: 1 } as const;
const LONGEST_FIELD = 10_000;

interface Pattern {
  code: string;
  parts: { text: string; isStem: boolean }[];
  weight: number;
}

/** By the first three letters of the pattern: a text's word is tried against a handful of patterns, not all. */
export type Patterns = ReadonlyMap<string, readonly Pattern[]>;

/** `words`: what each code is known by, with commas between. */
export function readPatterns(words: Iterable<readonly [code: string, words: string]>): Patterns {
  const byStart = new Map<string, Pattern[]>();
  for (const [code, list] of words) {
    for (const word of list.split(", ")) {
      const pattern = patternOf(code, word);
      const start = startOf(pattern.parts[0]?.text ?? "");
      byStart.set(start, [...(byStart.get(start) ?? []), pattern]);
    }
  }
  return byStart;
}

export interface Found {
  code: string;
  score: number;
  /** The words as they stand in the text, lower case and without accents, weightiest first. */
  because: string[];
}

/** Every code of which a word stands in the text, weightiest first. */
export function findPatterns(patterns: Patterns, text: PostingText): Found[] {
  const found = new Map<string, Map<string, number>>();
  for (const [field, fieldWeight] of Object.entries(FIELD_WEIGHTS)) {
    const words = wordsOf(text[field as keyof PostingText] ?? "");
    words.forEach((_, at) => {
      for (const { pattern, said } of matchesAt(patterns, words, at)) {
        const weights = found.get(pattern.code) ?? new Map<string, number>();
        weights.set(said, Math.max(weights.get(said) ?? 0, weightOf(pattern, field) * fieldWeight));
        found.set(pattern.code, weights);
      }
    });
  }
  return [...found]
    .map(([code, weights]) => ({
      code,
      score: sum(weights.values()),
      because: [...weights].sort((a, b) => b[1] - a[1]).map(([said]) => said),
    }))
    .sort((a, b) => b.score - a.score || a.code.localeCompare(b.code));
}

const weightOf = ({ weight }: Pattern, field: string) =>
  field === "body" && weight < FULL_WORD ? HINT_IN_BODY : weight;

function patternOf(code: string, word: string): Pattern {
  const isHint = word.startsWith("~");
  const parts = (isHint ? word.slice(1) : word).split(" ").map((part) => {
    const isStem = part.endsWith("*");
    return { text: isStem ? part.slice(0, -1) : part, isStem };
  });
  // Two words together say more than one alone.
  const weight = (isHint ? HINT : FULL_WORD) * (parts.length > 1 ? 1.5 : 1);
  return { code, parts, weight };
}

function startOf(word: string) {
  return word.slice(0, 3);
}

function wordsOf(text: string): string[] {
  return text
    .slice(0, LONGEST_FIELD)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

function matchesAt(patterns: Patterns, words: string[], at: number) {
  const first = words[at] ?? "";
  const matches: { pattern: Pattern; said: string }[] = [];
  // A pattern of two letters starts with those two.
  for (const start of new Set([startOf(first), first.slice(0, 2)])) {
    for (const pattern of patterns.get(start) ?? []) {
      const fits = pattern.parts.every(({ text, isStem }, i) => {
        const word = words[at + i];
        return isStem ? word?.startsWith(text) : word === text;
      });
      if (fits) matches.push({ pattern, said: words.slice(at, at + pattern.parts.length).join(" ") });
    }
  }
  return matches;
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, n) => total + n, 0);
