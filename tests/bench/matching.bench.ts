/**
 * B7: matches for one learner over 5,000 listings, with reasons, against a plain dot product over the same vectors in the
 * same run. Rounds are interleaved, so that a slow moment of the machine falls on both.
 */
import { shapeOf } from "#app/domain/interests/riasec.ts";
import { matchListings } from "#app/domain/matching/match.ts";
import { anyLearner, dotProducts, madeUpIndex, millisEach, NOW, seeded } from "./matching/made-up.ts";
import { median } from "./median.ts";

const LISTINGS = 5_000;
const LEARNERS = 200;
const ROUNDS = 7;
const SHOWN = 24;
const GOAL_MS = 5;
const GOAL_RATIO = 20;

export default function bench() {
  const random = seeded(20270209);
  const index = madeUpIndex(LISTINGS, random);
  const learners = Array.from({ length: LEARNERS }, () => anyLearner(random));
  const shapes = learners.map(({ interests }) => shapeOf(interests!.scores));
  const matching: number[] = [];
  const dotProduct: number[] = [];
  // The first two rounds only warm the compiler up.
  for (let round = -2; round < ROUNDS; round++) {
    const match = millisEach(learners, (learner) => matchListings(index, learner, NOW, SHOWN).matches.length);
    const dot = millisEach(shapes, (shape) => dotProducts(index, shape));
    if (round >= 0) {
      matching.push(match);
      dotProduct.push(dot);
    }
  }
  const ms = median(matching);
  const referenceMs = median(dotProduct);
  return {
    id: "B7",
    name: "matching",
    listings: LISTINGS,
    learners: LEARNERS,
    rounds: ROUNDS,
    matchMs: ms,
    dotProductMs: referenceMs,
    ratio: ms / referenceMs,
    goal: { matchMs: GOAL_MS, ratio: GOAL_RATIO },
    passed: ms <= GOAL_MS && ms / referenceMs <= GOAL_RATIO,
  };
}
