import fc from "fast-check";
import { expect, it } from "vitest";
import { cellOf, isUnderServed, silentInTens } from "./coverage.ts";

it.each([
  [9, 9, null],
  [0, 0, null],
  [10, 0, { students: 10, share: "unsplit", served: null }],
  [19, 19, { students: 19, share: "unsplit", served: null }],
  [20, 9, { students: 20, share: "few", served: null }],
  [20, 10, { students: 20, share: "part", served: 10 }],
  [20, 11, { students: 20, share: "most", served: null }],
  [200, 0, { students: 200, share: "few", served: null }],
  [200, 200, { students: 200, share: "most", served: null }],
] as const)("of %i students with %i served is told %o", (students, served, told) => {
  expect(cellOf({ students, served })).toEqual(told);
});

it("tells no part of fewer than ten, and says of a hidden part only that it is one of ten numbers", () => {
  const anyTally = fc
    .integer({ min: 0, max: 300 })
    .chain((students) => fc.record({ students: fc.constant(students), served: fc.integer({ min: 0, max: students }) }));
  fc.assert(
    fc.property(anyTally, (tally) => {
      const cell = cellOf(tally);
      if (!cell) return;
      const alike = Array.from({ length: tally.students + 1 }, (_, served) => served).filter(
        (served) => JSON.stringify(cellOf({ ...tally, served })) === JSON.stringify(cell),
      );
      if (cell.served === null) expect(alike.length).toBeGreaterThanOrEqual(10);
      else expect(Math.min(cell.served, cell.students - cell.served)).toBeGreaterThanOrEqual(10);
    }),
  );
});

it("calls under-served where fewer than half have enough, and nothing of which that is not told", () => {
  expect(isUnderServed({ students: 40, share: "part", served: 19 })).toBe(true);
  expect(isUnderServed({ students: 40, share: "part", served: 20 })).toBe(false);
  expect(isUnderServed({ students: 40, share: "few", served: null })).toBe(true);
  expect(isUnderServed({ students: 12, share: "unsplit", served: null })).toBe(false);
});

it("tells those who said nothing in tens, and not at all where they or the others are few", () => {
  expect(silentInTens({ said: 30, silent: 127 })).toBe(120);
  expect(silentInTens({ said: 9, silent: 127 })).toBeNull();
  expect(silentInTens({ said: 30, silent: 9 })).toBeNull();
});
