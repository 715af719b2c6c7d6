import { expect, test } from "vitest";
import { leadingThemes } from "./leading-themes.ts";
import type { Scores } from "./riasec.ts";

const scores = (changes: Partial<Scores>): { scores: Scores } => ({
  scores: { realistic: 3, investigative: 3, artistic: 3, social: 3, enterprising: 3, conventional: 3, ...changes },
});

test("the two that stand out most, the higher first", () => {
  const trades = [scores({ realistic: 7, conventional: 5 }), scores({ realistic: 6, conventional: 4, social: 1 })];
  expect(leadingThemes(trades)).toEqual(["realistic", "conventional"]);
});

test("only what stands out at all: none of a flat profile, nor of no work", () => {
  expect(leadingThemes([scores({})])).toEqual([]);
  expect(leadingThemes([])).toEqual([]);
  expect(leadingThemes([scores({ artistic: 7 })])).toEqual(["artistic"]);
});
