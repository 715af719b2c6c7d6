import { expect, it } from "vitest";
import { isNewSince } from "./arrivals.ts";

const day = (n: number) => new Date(Date.UTC(2027, 1, n));
const SAVED = day(10);
const left = (n: number) => ({ at: day(n), cameBack: false });
const back = (n: number) => ({ at: day(n), cameBack: true });

it.each([
  ["published since", 11, [], true],
  ["published before", 9, [], false],
  ["on the list, then off and on again", 1, [left(12), back(13)], false],
  ["off the list then, and back since", 1, [left(9), back(12)], true],
  ["off and on again before", 1, [left(8), back(9)], false],
  ["off then, back, off and back again", 1, [left(9), back(11), left(12), back(13)], true],
  ["published since, off and on again", 11, [left(12), back(13)], true],
] as const)("%s", (_, published, moves, isNew) => {
  expect(isNewSince({ id: "1", publishedAt: day(published), moves: [...moves] }, SAVED)).toBe(isNew);
});
