/**
 * The terms of a score: for each what a listing is worth to a learner, 0 to 1, by facts of the listing. A fact that is
 * taken away never raises the worth it gave, so that a reason drawn from it is true.
 */
import { shapeOf, type Shape } from "../interests/riasec.ts";
import { NEEDS } from "../people/student-profile.ts";
import { CHOICE_WORTHS, choicesOf, isChosen, type Choices } from "./choices.ts";
import type { Learner } from "./learner.ts";
import { likenessTo } from "./likeness.ts";
import { correlationsWith, FLEXIBLE, inSmallLetters, languagesOf, lotOf, needsOf } from "./match-index.ts";
import { squareMilesFrom, timesOf, type MatchIndex } from "./match-index.ts";
import { placeWorth, reachOf, type Reach } from "./reach.ts";

/** Positions of a row's worths. */
export const AT = {
  ...{ interest: 0, choice: 1, skills: 2, distance: 3, when: 4, freshness: 5, exposure: 6 },
  ...{ likeness: 7, needs: 8, languages: 9 },
  /** How many there are. */
  all: 10,
} as const;
const newWorths = () => new Float64Array(AT.all);

/** What a learner asked for outweighs any other single wish, and is not a district's to tune. */
const [LIKENESS_WEIGHT, NEEDS_WEIGHT] = [6, 6];
const LANGUAGES_WEIGHT = 1.5;
/** A listing that correlates less is not called a match of interests. */
const FITS = 0.1;
/** By how many are shared; so many are worth as much as more. */
const SKILLS_WORTHS = Float64Array.of(0, 0.5, 1);
const ENOUGH_SKILLS = 2;

/** A term whose worth follows from a small number of the row: a table is looked up in thousands of times faster than asked. */
interface Coded {
  at: number;
  codes: Uint8Array;
  worths: Float64Array;
}

/** A learner made ready for thousands of rows: what depends on the learner and the row is a column, made once. */
export interface Prepared {
  learner: Learner;
  /** Milliseconds. */
  now: number;
  /** Of the miles to each row; null: nobody knows from where. */
  squares: Float64Array | null;
  reach: Reach;
  shape: Shape | null;
  /** Of each row's work with the shape. */
  correlations: Float64Array | null;
  choices: Choices | null;
  coded: readonly Coded[];
  /** Deals out what few have seen: the same for one address all day, another for the next. */
  lot: number;
  /** By AT; 0 for what was not told. Their sum is 1. */
  weights: Float64Array;
}

export function prepare(index: MatchIndex, learner: Learner, now: Date): Prepared {
  const shape = learner.interests && shapeOf(learner.interests.scores);
  const correlations = shape && correlationsWith(index, shape);
  const choices = choicesOf(index, learner);
  const squares = learner.point && squareMilesFrom(index, learner.point);
  const coded = [
    choices && { at: AT.choice, codes: choices.nearness, worths: CHOICE_WORTHS },
    sharedSkills(index, learner.skills),
    whenWorths(index, timesOf(learner.when)),
    likenessTo(index, learner, AT.likeness),
    needsWorths(index, needsOf(learner.needs)),
    languagesShared(index, languagesOf(learner.languages)),
  ].filter((term) => term !== null);
  return {
    ...{ learner, now: now.getTime(), squares, reach: reachOf(learner.travel), shape, correlations, choices, coded },
    lot: lotOf(`${index.day} ${JSON.stringify(learner)}`),
    weights: weightsOf(index, [
      ...(correlations ? [AT.interest] : []),
      ...(squares ? [AT.distance] : []),
      ...coded.map(({ at }) => at),
      ...[AT.freshness, AT.exposure],
    ]),
  };
}

function weightsOf({ weights }: MatchIndex, told: readonly number[]): Float64Array {
  const all = newWorths();
  const { interest, choice, skills, distance, when, freshness, exposure } = weights;
  all.set([
    interest,
    choice,
    skills,
    distance,
    when,
    freshness,
    exposure,
    LIKENESS_WEIGHT,
    NEEDS_WEIGHT,
    LANGUAGES_WEIGHT,
  ]);
  const sum = told.reduce((total, at) => total + all[at]!, 0);
  return all.map((weight, at) => (told.includes(at) ? weight / sum : 0));
}

/** Whether a row fits the learner's interests or choices; when nothing of either was told, every row does. */
export function fitsAt({ correlations, choices }: Pick<Prepared, "correlations" | "choices">, row: number): boolean {
  if (correlations !== null && correlations[row]! > FITS) return true;
  return choices === null ? correlations === null : choices.nearness[row]! > 0;
}

/** The score of every row. What does not fit is compared with its like only, by everything but interests. */
export function scoresOf(index: MatchIndex, told: Prepared): Float64Array {
  const { coded, correlations, squares, weights, reach, lot } = told;
  const scores = index.freshness.map((worth) => worth * weights[AT.freshness]!);
  for (const { at, codes, worths } of coded) addCoded(scores, weights[at]!, { codes, worths });
  const [interest, distance, exposure] = [weights[AT.interest]!, weights[AT.distance]!, weights[AT.exposure]!];
  const { unseen, lots } = index;
  for (let row = 0; row < scores.length; row++) scores[row]! += exposure * exposureWorth(unseen[row]!, lots[row]!, lot);
  if (correlations)
    for (let row = 0; row < scores.length; row++)
      if (fitsAt(told, row)) scores[row]! += interest * interestWorth(correlations[row]!);
  if (squares)
    for (let row = 0; row < scores.length; row++)
      scores[row]! += distance * placeWorth(index, row, squares[row]!, reach);
  return scores;
}

function addCoded(scores: Float64Array, weight: number, { codes, worths }: Pick<Coded, "codes" | "worths">) {
  const weighed = worths.map((worth) => worth * weight);
  for (let row = 0; row < scores.length; row++) scores[row]! += weighed[codes[row]!]!;
}

/** The same of a few rows; that of any other is 0. */
export function scoresOfSome(index: MatchIndex, told: Prepared, rows: readonly number[]): Float64Array {
  const scores = new Float64Array(index.listings.length);
  const worths = newWorths();
  for (const row of rows) {
    worthsAt(index, told, row, worths);
    for (let at = 0; at < AT.all; at++) scores[row]! += worths[at]! * told.weights[at]!;
  }
  return scores;
}

/** What made the score of one row, by AT. */
export function worthsAt(index: MatchIndex, told: Prepared, row: number, worths = newWorths()): Float64Array {
  const { correlations, squares } = told;
  worths[AT.interest] = correlations && fitsAt(told, row) ? interestWorth(correlations[row]!) : 0;
  worths[AT.distance] = squares ? placeWorth(index, row, squares[row]!, told.reach) : 0;
  worths[AT.freshness] = index.freshness[row]!;
  worths[AT.exposure] = exposureWorth(index.unseen[row]!, index.lots[row]!, told.lot);
  for (const { at, codes, worths: table } of told.coded) worths[at] = table[codes[row]!]!;
  return worths;
}

/** Its work correlates so well with the learner's interests. */
const GOOD_CORRELATION = 0.5;

/**
 * A good match: its work is much like the learner's interests, or it belongs to a field or pathway they chose, whatever the
 * other terms say. The weekly mail tells of nothing less, and coverage counts nothing less.
 */
export const isGoodAt = ({ correlations, choices }: Prepared, row: number): boolean =>
  (correlations !== null && correlations[row]! >= GOOD_CORRELATION) ||
  (choices !== null && isChosen(choices.nearness[row]!));

const interestWorth = (correlation: number) => (1 + correlation) / 2;
/** Of a listing that is neither like the learner nor unlike. */
export const NEUTRAL_INTEREST = interestWorth(0);

function sharedSkills({ rowsOfSkill, listings }: MatchIndex, skills: readonly string[]): Coded | null {
  if (skills.length === 0) return null;
  const shared = new Uint8Array(listings.length);
  for (const skill of new Set(skills.map(inSmallLetters)))
    for (const row of rowsOfSkill.get(skill) ?? []) shared[row] = Math.min(shared[row]! + 1, ENOUGH_SKILLS);
  return { at: AT.skills, codes: shared, worths: SKILLS_WORTHS };
}

/** Any time in common is worth half; all of the listing's, or that it can be arranged, the whole. */
function whenWorths(index: MatchIndex, learners: number): Coded | null {
  if (learners === 0) return null;
  const worths = Float64Array.from({ length: FLEXIBLE * 2 }, (_, its) => {
    if (its & FLEXIBLE) return 1;
    const common = bitsIn(its & learners);
    return common === 0 ? 0 : 0.5 + (0.5 * common) / bitsIn(its);
  });
  return { at: AT.when, codes: index.times, worths };
}

/** The part of the needs that is brought. */
function needsWorths(index: MatchIndex, needs: number): Coded | null {
  if (needs === 0) return null;
  const worths = Float64Array.from(
    { length: 1 << NEEDS.length },
    (_, brought) => bitsIn(brought & needs) / bitsIn(needs),
  );
  return { at: AT.needs, codes: index.brings, worths };
}

function languagesShared(index: MatchIndex, languages: number): Coded | null {
  if (languages === 0) return null;
  const codes = Uint8Array.from(index.spoken, (spoken) => (spoken & languages ? 1 : 0));
  return { at: AT.languages, codes, worths: Float64Array.of(0, 1) };
}

const bitsIn = (bits: number): number => (bits === 0 ? 0 : (bits & 1) + bitsIn(bits >> 1));

/**
 * What few have opened is worth most, and each learner draws lots that decide for which of it most of all: otherwise
 * everybody alike would be shown the same unseen listing until all had.
 */
function exposureWorth(unseen: number, listings: number, learners: number): number {
  let draw = listings ^ learners;
  draw = Math.imul(draw ^ (draw >>> 16), 0x85ebca6b);
  draw = Math.imul(draw ^ (draw >>> 13), 0xc2b2ae35);
  return unseen * (0.5 + ((draw ^ (draw >>> 16)) >>> 1) / DRAWS);
}

/** Twice the number of different draws, so that the luckiest is worth the whole. */
const DRAWS = 2 ** 32;
