/**
 * What each term of a match weighs. A district may move a weight within its bounds: none so far that one term decides
 * alone, and interests, choices and fairness never to nothing. Its own weights are a column; what it does not name, or what
 * lies outside the bounds, weighs what ours does.
 */
export const TERMS = ["interest", "choice", "skills", "distance", "when", "freshness", "exposure"] as const;
export type Term = (typeof TERMS)[number];
export type Weights = Record<Term, number>;

export const STANDARD_WEIGHTS: Readonly<Weights> = {
  interest: 5,
  choice: 4,
  skills: 2,
  distance: 2,
  when: 1.5,
  freshness: 1,
  exposure: 1,
};

export const WEIGHT_STEP = 0.5;
export const BOUNDS: Readonly<Record<Term, { min: number; max: number }>> = {
  interest: { min: 2, max: 8 },
  choice: { min: 2, max: 8 },
  skills: { min: 0, max: 4 },
  distance: { min: 0, max: 5 },
  when: { min: 0, max: 4 },
  freshness: { min: 0.5, max: 3 },
  exposure: { min: 0.5, max: 3 },
};

const isWithin = (term: Term, weight: unknown): weight is number =>
  typeof weight === "number" && weight >= BOUNDS[term].min && weight <= BOUNDS[term].max;

/** Whole weights out of what is stored or typed. */
export const weightsFrom = (given: Partial<Record<string, unknown>> | null): Weights =>
  Object.fromEntries(
    TERMS.map((term) => [term, isWithin(term, given?.[term]) ? given[term] : STANDARD_WEIGHTS[term]]),
  ) as Weights;

export const isStandard = (weights: Weights) => TERMS.every((term) => weights[term] === STANDARD_WEIGHTS[term]);
