import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correlation, meanScores, THEMES, type Scores } from "./riasec.ts";

const scoresFrom = (numbers: number[]) => Object.fromEntries(THEMES.map((theme, i) => [theme, numbers[i]])) as Scores;
const anyScores = fc
  .array(
    fc.integer({ min: 100, max: 700 }).map((n) => n / 100),
    { minLength: 6, maxLength: 6 },
  )
  .map(scoresFrom);

describe("comparing two profiles", () => {
  test("the same shape at another height or stretch is a perfect match, its mirror a perfect opposite", () => {
    const doer = scoresFrom([6, 3, 1, 1, 2, 4]);
    expect(correlation(doer, scoresFrom([7, 4, 2, 2, 3, 5]))).toBeCloseTo(1);
    expect(correlation(doer, scoresFrom([12, 6, 2, 2, 4, 8]))).toBeCloseTo(1);
    expect(correlation(doer, scoresFrom([-6, -3, -1, -1, -2, -4]))).toBeCloseTo(-1);
  });

  test("a flat profile says nothing about anything", () => {
    expect(correlation(scoresFrom([1, 1, 1, 1, 1, 1]), scoresFrom([6, 3, 1, 1, 2, 4]))).toBe(0);
  });

  test("stays between -1 and 1 and does not care about the order", () => {
    fc.assert(
      fc.property(anyScores, anyScores, (a, b) => {
        const r = correlation(a, b);
        expect(Math.abs(r)).toBeLessThanOrEqual(1 + 1e-9);
        expect(correlation(b, a)).toBeCloseTo(r);
      }),
    );
  });

  test("the mean of none is no profile", () => {
    expect(meanScores([])).toBeNull();
    expect(meanScores([scoresFrom([1, 2, 3, 4, 5, 6]), scoresFrom([3, 2, 1, 0, 5, 6])])).toEqual(
      scoresFrom([2, 2, 2, 2, 5, 6]),
    );
  });
});
