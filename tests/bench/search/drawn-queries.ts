/** What readers of the generated listings type and choose, drawn by lot and the same in every run. */
import { seeded, titles } from "./generated-listings.ts";

const random = seeded(7);
export const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
export const chance = (share: number) => random() < share;
export const between = (from: number, to: number) => from + random() * (to - from);

export const jobs = titles();

export function words(): string {
  const typed = pick(jobs).toLowerCase().split(" ").slice(0, 3).join(" ");
  // Some readers stop typing in the middle of a word, some ask for what nearly everyone offers.
  if (chance(0.3)) return typed.slice(0, Math.max(3, typed.length - 3));
  return chance(0.2) ? pick(["help students", "learn", "music", "care of animals", "repair bikes"]) : typed;
}

/** One slip, as fingers make them: swapped, left out or doubled. */
export function typo(): string {
  const parts = jobs.flatMap((title) => title.split(" ")).filter((part) => /^[A-Za-z]{5,}$/.test(part));
  const word = pick(parts).toLowerCase();
  const at = 1 + Math.floor(random() * (word.length - 2));
  const slip = pick([word[at + 1]! + word[at]!, word[at + 1]!, word[at]! + word[at]! + word[at + 1]!]);
  return word.slice(0, at) + slip + word.slice(at + 2);
}

/** What stands in a box after each letter, from the second one on. */
export const letters = (text: string) => Array.from({ length: text.length - 1 }, (_, n) => text.slice(0, n + 2));
