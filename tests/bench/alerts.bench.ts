/**
 * B8: the week's mails of a large district: for each of 50,000 learners the best good matches of 5,000 listings with their
 * reasons, as the job asks for them, against a plain dot product over the same vectors in the same run. Learners come in
 * slices, matched and scanned in turn, so that a slow moment of the machine falls on both.
 */
import { shapeOf } from "#app/domain/interests/riasec.ts";
import { goodMatches } from "#app/domain/matching/good-matches.ts";
import { anyLearner, dotProducts, madeUpIndex, millisEach, NOW, seeded } from "./matching/made-up.ts";
import { median } from "./median.ts";

const LISTINGS = 5_000;
const LEARNERS = 50_000;
const SLICE = 1_000;
/** `MOST_TOLD` of the job. */
const TOLD = 6;
const GOAL_PAIRS = 5_000_000;
const GOAL_MB = 500;

export default function bench() {
  const random = seeded(20270209);
  const index = madeUpIndex(LISTINGS, random);
  const learners = Array.from({ length: LEARNERS }, () => anyLearner(random));
  const alerting: number[] = [];
  const dotProduct: number[] = [];
  let memoryMb = 0;
  for (let at = 0; at < LEARNERS; at += SLICE) {
    const slice = learners.slice(at, at + SLICE);
    const shapes = slice.map(({ interests }) => shapeOf(interests!.scores));
    alerting.push(millisEach(slice, (learner) => goodMatches(index, learner, { now: NOW, limit: TOLD }).length));
    dotProduct.push(millisEach(shapes, (shape) => dotProducts(index, shape)));
    memoryMb = Math.max(memoryMb, process.memoryUsage().rss / 2 ** 20);
  }
  const [ms, referenceMs] = [median(alerting), median(dotProduct)];
  const pairsPerSecond = (LISTINGS / ms) * 1_000;
  return {
    id: "B8",
    name: "alerts",
    ...{ listings: LISTINGS, learners: LEARNERS, pairsPerSecond, memoryMb },
    dotProductPairsPerSecond: (LISTINGS / referenceMs) * 1_000,
    ratio: ms / referenceMs,
    goal: { pairsPerSecond: GOAL_PAIRS, memoryMb: GOAL_MB },
    passed: pairsPerSecond >= GOAL_PAIRS && memoryMb < GOAL_MB,
  };
}
