import { expect, it, vi } from "vitest";
import { withFallback } from "./fallback.ts";
import type { SearchCriteria } from "./criteria.ts";
import type { SearchIndex } from "./search-index.ts";

const criteria = {} as SearchCriteria;
const page = (id: string) => ({
  hits: [{ id, distanceMiles: null }],
  total: 1,
  facets: {} as never,
  cells: {},
  degraded: false,
});
const engine = (name: string, search: SearchIndex["search"]): SearchIndex => ({
  ...{ name, search },
  put: async () => [],
  remove: async () => {},
  versions: async () => new Map(),
  rebuild: async () => [],
});

function given(answer: SearchIndex["search"]) {
  let now = 0;
  const first = engine("first", vi.fn(answer));
  const second = engine("second", async () => page("second"));
  const log = { warn: vi.fn() };
  const both = withFallback(first, second, { log, clock: () => now, patienceMs: 20 });
  return { both, first, log, pass: (ms: number) => (now += ms) };
}

it("answers from the first engine while it can", async () => {
  const { both } = given(async () => page("first"));
  expect(await both.search(criteria)).toMatchObject({ hits: [{ id: "first" }], degraded: false });
});

it("answers from the second, and says so, when the first fails or is slow (R5, R6)", async () => {
  const failing = given(() => Promise.reject(new Error("connection refused")));
  expect(await failing.both.search(criteria)).toMatchObject({ hits: [{ id: "second" }], degraded: true });
  expect(failing.log.warn).toHaveBeenCalledOnce();
  const slow = given(() => new Promise(() => {}));
  expect(await slow.both.search(criteria)).toMatchObject({ hits: [{ id: "second" }], degraded: true });
});

it("rests the first for ten seconds after five failures, then tries it once (R6)", async () => {
  const { both, first, pass } = given(() => Promise.reject(new Error("down")));
  for (let n = 0; n < 8; n++) await both.search(criteria);
  expect(first.search).toHaveBeenCalledTimes(5);
  pass(9_999);
  await both.search(criteria);
  expect(first.search).toHaveBeenCalledTimes(5);
  pass(2);
  await Promise.all([both.search(criteria), both.search(criteria)]);
  expect(first.search).toHaveBeenCalledTimes(6);
});

it("forgets failures when the first answers again", async () => {
  let down = true;
  const { both, first, pass } = given(async () => {
    if (down) throw new Error("down");
    return page("first");
  });
  for (let n = 0; n < 5; n++) await both.search(criteria);
  down = false;
  pass(10_001);
  expect(await both.search(criteria)).toMatchObject({ degraded: false });
  expect(await both.search(criteria)).toMatchObject({ degraded: false });
  expect(first.search).toHaveBeenCalledTimes(7);
});

it("makes one page wait once, and the next page again (R6)", async () => {
  const { both, first } = given(() => new Promise(() => {}));
  const search = both.forOnePage();
  await search(criteria);
  expect(await Promise.all([search(criteria), search(criteria)])).toMatchObject([
    { degraded: true },
    { degraded: true },
  ]);
  expect(first.search).toHaveBeenCalledTimes(1);
  await both.forOnePage()(criteria);
  expect(first.search).toHaveBeenCalledTimes(2);
});
