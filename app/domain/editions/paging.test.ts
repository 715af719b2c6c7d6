import { expect, it } from "vitest";
import { ON_A_PAGE, paged } from "./paging.ts";

it.each([
  [[], 1, { page: 1, pages: 1, begins: [], parts: [] }],
  [
    [3, 2],
    1,
    {
      ...{ page: 1, pages: 1, begins: [1, 1] },
      parts: [
        { section: 0, from: 0, to: 3 },
        { section: 1, from: 0, to: 2 },
      ],
    },
  ],
  [[ON_A_PAGE, 1], 1, { page: 1, pages: 2, begins: [1, 2], parts: [{ section: 0, from: 0, to: ON_A_PAGE }] }],
  [[ON_A_PAGE, 1], 2, { page: 2, pages: 2, begins: [1, 2], parts: [{ section: 1, from: 0, to: 1 }] }],
  [
    [ON_A_PAGE + 5, 0, 7],
    9,
    {
      ...{ page: 2, pages: 2, begins: [1, 2, 2] },
      parts: [
        { section: 0, from: ON_A_PAGE, to: ON_A_PAGE + 5 },
        { section: 2, from: 0, to: 7 },
      ],
    },
  ],
])("sections of %j entries, page %i", (counts, asked, expected) => {
  expect(paged(counts, asked)).toEqual(expected);
});

it("shows every entry on one page and no other", () => {
  const counts = [130, 0, 1, 613, 55];
  const { pages } = paged(counts, 1);
  const seen = Array.from({ length: pages }, (_, at) => paged(counts, at + 1).parts).flat();
  const each = seen.flatMap(({ section, from, to }) =>
    Array.from({ length: to - from }, (_, at) => `${section} ${from + at}`),
  );
  expect(each).toEqual(
    counts.flatMap((count, section) => Array.from({ length: count }, (_, at) => `${section} ${at}`)),
  );
});
