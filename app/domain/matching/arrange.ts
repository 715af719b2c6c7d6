import type { MatchIndex } from "./match-index.ts";

export interface Place {
  row: number;
  stretch: boolean;
}

/** Places one looks at together. */
const PAGE = 12;
const MOST_OF_ONE_ORGANIZATION = 2;
const MOST_OF_ONE_KIND = PAGE / 2;
/** Every fifth place is a stretch. */
const STRETCH_EVERY = 5;
/** A learner whom little fits is still shown a few other things. */
const FEWEST_STRETCHES = 2;

/**
 * Orders rows by score, every fifth place from `others`, within a page no more than two of an organization and half of a
 * kind while there is anything else. What had to wait comes first on the next page.
 */
export function arrange(
  index: MatchIndex,
  scores: Float64Array,
  fitting: readonly number[],
  others: readonly number[],
  limit: number,
): Place[] {
  const matches = new Line(scores, fitting);
  const stretches = new Line(scores, others);
  const places: Place[] = [];
  let page = new Page(index);
  while (places.length < limit) {
    if (places.length % PAGE === 0) page = new Page(index);
    const isStretchTurn = places.length % STRETCH_EVERY === STRETCH_EVERY - 1;
    const stretch = isStretchTurn ? stretches.next(page) : undefined;
    const row = stretch ?? matches.next(page);
    if (row === undefined) break;
    places.push({ row, stretch: stretch !== undefined });
    page.add(row);
  }
  let shown = places.filter(({ stretch }) => stretch).length;
  while (places.length < limit && shown < FEWEST_STRETCHES) {
    const row = stretches.next(page);
    if (row === undefined) break;
    places.push({ row, stretch: true });
    page.add(row);
    shown++;
  }
  return places;
}

const SCORE_STEPS = 2 ** 30;
const ROWS = 2 ** 22;

/** Best first; of equal scores the earlier row. One number a row, because numbers sort many times faster than pairs. */
function byScore(scores: Float64Array, rows: readonly number[]): Float64Array {
  const keys = new Float64Array(rows.length);
  for (let i = 0; i < keys.length; i++)
    keys[i] = -(Math.round(scores[rows[i]!]! * SCORE_STEPS) * ROWS + (ROWS - 1 - rows[i]!));
  keys.sort();
  return keys.map((key) => ROWS - 1 - (-key % ROWS));
}

/** The best `count` of the rows, best first. */
export function bestOf(scores: Float64Array, rows: readonly number[], count: number): number[] {
  return [...byScore(scores, bestAndRest(scores, rows, count)[0]).subarray(0, count)];
}

const SLICES = 256;

/** Parts the rows into the best (at least `enough`, if there are) and the rest, without sorting either. */
function bestAndRest(scores: Float64Array, rows: readonly number[], enough: number): [number[], number[]] {
  if (rows.length <= enough) return [[...rows], []];
  const sliceOf = (row: number) => Math.min(SLICES - 1, Math.floor(scores[row]! * SLICES));
  const counts = new Uint32Array(SLICES);
  for (const row of rows) counts[sliceOf(row)]!++;
  let lowest = SLICES;
  for (let held = 0; held < enough && lowest > 0;) held += counts[--lowest]!;
  const best: number[] = [];
  const rest: number[] = [];
  for (const row of rows) (sliceOf(row) >= lowest ? best : rest).push(row);
  return [best, rest];
}

/** Rows looked through for one that a page has room for; a search through thousands would cost more than it gives. */
const LOOK_AHEAD = 400;

/** Rows that wait for a place, best first; the tail is sorted only when someone gets that far. */
class Line {
  private readonly waiting: number[] = [];
  private rows: Float64Array;
  private rest: readonly number[];
  private at = 0;
  constructor(
    private readonly scores: Float64Array,
    rows: readonly number[],
  ) {
    const [best, rest] = bestAndRest(scores, rows, LOOK_AHEAD);
    this.rows = byScore(scores, best);
    this.rest = rest;
  }

  /** The best row the page has room for; failing that the best there is. */
  next(page: Page): number | undefined {
    const waited = this.waiting.findIndex((row) => page.hasRoomFor(row));
    if (waited >= 0) return this.waiting.splice(waited, 1)[0];
    for (let looked = 0; looked < LOOK_AHEAD; looked++) {
      const row = this.take();
      if (row === undefined) break;
      if (page.hasRoomFor(row)) return row;
      this.waiting.push(row);
    }
    return this.waiting.shift();
  }

  private take(): number | undefined {
    if (this.at === this.rows.length && this.rest.length > 0) {
      this.rows = byScore(this.scores, this.rest);
      this.rest = [];
      this.at = 0;
    }
    return this.rows[this.at++];
  }
}

class Page {
  private readonly organizations = new Map<string, number>();
  private readonly kinds = new Map<string, number>();
  constructor(private readonly index: MatchIndex) {}

  hasRoomFor(row: number): boolean {
    const { organizationId, kind } = this.index.listings[row]!;
    return (
      (this.organizations.get(organizationId) ?? 0) < MOST_OF_ONE_ORGANIZATION &&
      (this.kinds.get(kind ?? "") ?? 0) < MOST_OF_ONE_KIND
    );
  }

  add(row: number) {
    const { organizationId, kind } = this.index.listings[row]!;
    this.organizations.set(organizationId, (this.organizations.get(organizationId) ?? 0) + 1);
    this.kinds.set(kind ?? "", (this.kinds.get(kind ?? "") ?? 0) + 1);
  }
}
