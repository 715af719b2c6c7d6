import { SUB_CLUSTER_WORDS } from "./sub-cluster-words.ts";

/**
 * Guesses what a posting is about from its words, as a suggestion a coordinator can change. A word counts most in the
 * title; each word counts once, where it weighs most. A hint alone says enough only in
 * the title.
 */
export interface PostingText {
  title: string;
  summary?: string | null;
  /** Description, tasks, requirements, skills. */
  body?: string | null;
  organization?: string | null;
}

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
const patternsByStart = new Map<string, Pattern[]>();
for (const [code, words] of Object.entries(SUB_CLUSTER_WORDS)) {
  for (const word of words.split(", ")) {
    const pattern = patternOf(code, word);
    const start = startOf(pattern.parts[0]?.text ?? "");
    patternsByStart.set(start, [...(patternsByStart.get(start) ?? []), pattern]);
  }
}

/** Up to three sub-clusters, likeliest first; none when the text says too little. */
export function suggestSubClusters(text: PostingText): Suggestion[] {
  const found = new Map<string, Map<string, number>>();
  for (const [field, fieldWeight] of Object.entries(FIELD_WEIGHTS)) {
    const words = wordsOf(text[field as keyof PostingText] ?? "");
    words.forEach((_, at) => {
      for (const { pattern, said } of matchesAt(words, at)) {
        const weights = found.get(pattern.code) ?? new Map<string, number>();
        weights.set(said, Math.max(weights.get(said) ?? 0, weightOf(pattern, field) * fieldWeight));
        found.set(pattern.code, weights);
      }
    });
  }
  const ranked = [...found]
    .map(([code, weights]) => ({ code, weights, score: sum(weights.values()) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || a.code.localeCompare(b.code));
  const floor = (ranked[0]?.score ?? 0) * SHARE_OF_FIRST;
  return ranked
    .filter(({ score }) => score >= floor)
    .slice(0, AT_MOST)
    .map(({ code, weights }) => ({
      code,
      because: [...weights].sort((a, b) => b[1] - a[1]).map(([said]) => said),
    }));
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

function matchesAt(words: string[], at: number) {
  const first = words[at] ?? "";
  const matches: { pattern: Pattern; said: string }[] = [];
  // A pattern of two letters starts with those two.
  for (const start of new Set([startOf(first), first.slice(0, 2)])) {
    for (const pattern of patternsByStart.get(start) ?? []) {
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
