/**
 * The terms of a score: for each what a listing is worth to a learner, 0 to 1, by facts of the listing. A fact that is
 * taken away never raises the worth it gave, so that a reason drawn from it is true.
 */
import { TIMES } from "../interests/interest-profile.ts";
import { shapeOf, THEMES } from "../interests/riasec.ts";
import { choiceAt, choicesOf, type Choices } from "./choices.ts";
import type { Learner } from "./learner.ts";
import { FLEXIBLE, inSmallLetters, lotOf, onSphere, timesOf, type MatchIndex } from "./match-index.ts";
import { likenessAt, likenessWorths, type Likenesses } from "./likeness.ts";
import { placeWorth, reachOf, type Reach } from "./reach.ts";

/** Positions of a row's worths. */
export const AT = {
  ...{ interest: 0, choice: 1, skills: 2, distance: 3, when: 4, freshness: 5, exposure: 6, likeness: 7 },
  /** How many there are. */
  all: 8,
} as const;
export const newWorths = () => new Float64Array(AT.all);

/** "More" and "less" outweigh any other single wish, and are not a district's to tune: the learner asked for it. */
const LIKENESS_WEIGHT = 6;
/** A listing that correlates less is not called a match of interests. */
const FITS = 0.1;
/** So many shared skills are worth as much as more. */
const ENOUGH_SKILLS = 2;
export const DAY = 86_400_000;
export const NEW_DAYS = 7;
/** After so many days without confirmation half the worth is left. */
const HALF_FRESH_DAYS = 30;

/** A learner made ready for thousands of rows. */
export interface Prepared {
  learner: Learner;
  /** Milliseconds. */
  now: number;
  from: [number, number, number] | null;
  reach: Reach;
  shape: Float64Array | null;
  choices: Choices | null;
  /** By position of a skill in the index: 1 for the learner's. */
  skills: Uint8Array | null;
  /** A bit a time; 0: said nothing. */
  times: number;
  likenesses: Likenesses | null;
  /** Deals out what few have seen: the same for one address all day, another for the next. */
  lot: number;
  /** By AT; 0 for what was not told. Their sum is 1. */
  weights: Float64Array;
}

export function prepare(index: MatchIndex, learner: Learner, now: Date): Prepared {
  const prepared: Omit<Prepared, "weights"> = {
    learner,
    now: now.getTime(),
    from: learner.point && onSphere(learner.point),
    reach: reachOf(learner.travel),
    shape: learner.interests ? Float64Array.from(shapeOf(learner.interests.scores)) : null,
    choices: choicesOf(index, learner),
    skills: learner.skills.length > 0 ? skillsOf(index, learner.skills) : null,
    times: timesOf(learner.when),
    likenesses: likenessWorths(index, learner),
    lot: lotOf(`${index.day} ${JSON.stringify(learner)}`),
  };
  const weights = newWorths();
  const { interest, choice, skills, distance, when, freshness, exposure } = index.weights;
  if (prepared.shape) weights[AT.interest] = interest;
  if (prepared.choices) weights[AT.choice] = choice;
  if (prepared.skills) weights[AT.skills] = skills;
  if (prepared.from) weights[AT.distance] = distance;
  if (prepared.times) weights[AT.when] = when;
  if (prepared.likenesses) weights[AT.likeness] = LIKENESS_WEIGHT;
  weights[AT.freshness] = freshness;
  weights[AT.exposure] = exposure;
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return { ...prepared, weights: weights.map((weight) => weight / all) };
}

/**
 * Fills `worths` for a row and answers whether it fits the learner's interests or choices, or, when nothing of either was
 * told, anybody's. What does not fit is compared with its like only, by everything else.
 */
export function worthsAt(index: MatchIndex, told: Prepared, row: number, miles: number, worths: Float64Array): boolean {
  const { shape, choices } = told;
  const interest = shape ? correlationAt(index, row, shape) : 0;
  const choice = choices ? choiceAt(index, row, told.learner, choices) : 0;
  const fits = (!shape && !choices) || (shape !== null && interest > FITS) || choice > 0;
  worths[AT.interest] = shape && fits ? interestWorth(interest) : 0;
  worths[AT.choice] = choice;
  worths[AT.skills] = told.skills ? skillsWorth(index, row, told.skills) : 0;
  worths[AT.distance] = told.from ? placeWorth(index, row, miles, told.reach) : 0;
  worths[AT.when] = told.times ? whenWorth(index.times[row]!, told.times) : 0;
  worths[AT.freshness] = freshnessAt(index, row, told.now);
  worths[AT.exposure] = exposureAt(index, row, told.lot);
  worths[AT.likeness] = told.likenesses ? likenessAt(index, row, told.likenesses) : 0;
  return fits;
}

export function scoreOf(worths: Float64Array, weights: Float64Array): number {
  let score = 0;
  for (let term = 0; term < worths.length; term++) score += worths[term]! * weights[term]!;
  return score;
}

const interestWorth = (correlation: number) => (1 + correlation) / 2;
/** Of a listing that is neither like the learner nor unlike. */
export const NEUTRAL_INTEREST = interestWorth(0);

function correlationAt(index: MatchIndex, row: number, shape: Float64Array): number {
  const { shapes } = index;
  const at = row * THEMES.length;
  let total = 0;
  for (let theme = 0; theme < THEMES.length; theme++) total += shapes[at + theme]! * shape[theme]!;
  return total;
}

function skillsOf({ skillIds }: MatchIndex, named: readonly string[]): Uint8Array {
  const skills = new Uint8Array(skillIds.size);
  for (const skill of named) {
    const id = skillIds.get(inSmallLetters(skill));
    if (id !== undefined) skills[id] = 1;
  }
  return skills;
}

function skillsWorth({ skillsAt, skills: all }: MatchIndex, row: number, skills: Uint8Array): number {
  let shared = 0;
  for (let at = skillsAt[row]!; at < skillsAt[row + 1]!; at++) shared += skills[all[at]!]!;
  return shared >= ENOUGH_SKILLS ? 1 : shared / ENOUGH_SKILLS;
}

/** Any time in common is worth half; all of the listing's, or that it can be arranged, the whole. */
function whenWorth(its: number, learners: number): number {
  if (its & FLEXIBLE) return 1;
  const common = bitsIn(its & learners);
  return common === 0 ? 0 : 0.5 + (0.5 * common) / bitsIn(its);
}

function bitsIn(times: number): number {
  let count = 0;
  for (let i = 0; i < TIMES.length; i++) count += (times >> i) & 1;
  return count;
}

function freshnessAt(index: MatchIndex, row: number, now: number): number {
  if (now - index.publishedAt[row]! <= NEW_DAYS * DAY) return 1;
  const days = Math.max(0, now - index.confirmedAt[row]!) / DAY;
  return 1 / (1 + days / HALF_FRESH_DAYS);
}

/**
 * What few have opened is worth most, and each learner draws lots that decide for which of it most of all: otherwise
 * everybody alike would be shown the same unseen listing until all had.
 */
function exposureAt(index: MatchIndex, row: number, lot: number): number {
  let draw = index.lots[row]! ^ lot;
  draw = Math.imul(draw ^ (draw >>> 16), 0x85ebca6b);
  draw = Math.imul(draw ^ (draw >>> 13), 0xc2b2ae35);
  return index.unseen[row]! * (0.5 + (0.5 * ((draw ^ (draw >>> 16)) >>> 0)) / 2 ** 32);
}
