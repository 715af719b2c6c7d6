/**
 * How much two texts are alike, by the runs of three words they share. To find such texts among thousands, each is
 * sketched (MinHash, in bands): texts that are nearly the same most likely share a number of their sketches, others
 * hardly ever do. A sketch finds, `likeness` decides.
 */
import { normalizeWords } from "../imports/text-values.ts";
import type { OpportunityContent } from "./opportunity.ts";

type Text = Pick<OpportunityContent, "title" | "summary" | "description" | "tasks" | "requirements">;

const RUN = 3;
/** Fewer runs say nothing: half a sentence is soon the same. */
const FEWEST_RUNS = 8;
/** Texts with a likeness of 0.7 share a number 98 times in 100, those of 0.8 always; those of 0.2 thrice in 100. */
const BANDS = 24;
const ROWS = 3;

/** From which texts are worth comparing; two that differ in a word or two of each sentence still are. */
export const ALIKE = 0.7;

/** A text's runs of words, each once, as numbers; none for a text too short to tell. */
export function runsOf({ title, summary, description, tasks, requirements }: Text): Set<number> {
  const runs = new Set<number>();
  for (const part of [title, summary, description, tasks, requirements]) {
    const words = normalizeWords(part ?? "").split(" ");
    for (let at = 0; at + RUN <= words.length; at++) runs.add(hash(words.slice(at, at + RUN).join(" ")));
  }
  return runs.size < FEWEST_RUNS ? new Set() : runs;
}

/** From 0, nothing in common, to 1, the same runs (Dice's coefficient). */
export function likeness(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let shared = 0;
  for (const run of one) if (other.has(run)) shared++;
  return (2 * shared) / (one.size + other.size);
}

export function sketchOf(runs: ReadonlySet<number>): number[] {
  if (runs.size === 0) return [];
  const least = new Int32Array(BANDS * ROWS).fill(0x7fffffff);
  for (const run of runs)
    for (let row = 0; row < least.length; row++) least[row] = Math.min(least[row]!, mix(run ^ mix(row + 1)));
  return Array.from({ length: BANDS }, (_, band) =>
    least.subarray(band * ROWS, (band + 1) * ROWS).reduce((sum, each) => mix(sum ^ each), band),
  );
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return mix(sum);
}

/** Every bit of the number sways every other: the last steps of MurmurHash3. */
function mix(number: number): number {
  let sum = number;
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  return sum ^ (sum >>> 16);
}
