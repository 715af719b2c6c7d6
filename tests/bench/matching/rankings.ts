/** The model and the three plain orders it is measured against. All keep to the same rules: none shows what is closed. */
import { correlation, meanScores, type Scores } from "#app/domain/interests/riasec.ts";
import { OPEN, rulesFor } from "#app/domain/matching/exclusions.ts";
import type { Learner } from "#app/domain/matching/learner.ts";
import { squareMilesFrom, type MatchIndex } from "#app/domain/matching/match-index.ts";
import { matchListings } from "#app/domain/matching/match.ts";

/** Rows of the index, best first. */
export type Ranking = (index: MatchIndex, learner: Learner, now: Date, limit: number) => number[];

/** Scores of what a listing is filed under; null when it is under nothing. */
export function workOf(index: MatchIndex, row: number): Scores | null {
  const { subClusters } = index.listings[row]!;
  return meanScores(index.subClusters.flatMap(({ code, scores }) => (subClusters.includes(code) ? scores : [])));
}

const ordered =
  (worthOf: (index: MatchIndex, learner: Learner) => (row: number) => number): Ranking =>
  (index, learner, now, limit) => {
    const worth = worthOf(index, learner);
    return openRows(index, learner, now)
      .map((row) => ({ row, worth: worth(row) }))
      .sort((a, b) => b.worth - a.worth || a.row - b.row)
      .slice(0, limit)
      .map(({ row }) => row);
  };

export function openRows(index: MatchIndex, learner: Learner, now: Date): number[] {
  const today = { year: now.getUTCFullYear(), month: now.getUTCMonth() + 1 };
  const rules = rulesFor(index, learner, { now: now.getTime(), today, squares: null });
  return index.listings.flatMap((_, row) => (rules(row) === OPEN ? row : []));
}

/** What work is like changes with the list only. */
const works = new WeakMap<MatchIndex["listings"], (Scores | null)[]>();
function worksOf(index: MatchIndex): (Scores | null)[] {
  const found = works.get(index.listings) ?? index.listings.map((_, row) => workOf(index, row));
  works.set(index.listings, found);
  return found;
}

export const likingOf = (index: MatchIndex, row: number, likes: Scores) => {
  const work = worksOf(index)[row];
  return work ? correlation(likes, work) : 0;
};

export const RANKINGS = {
  matching: (index, learner, now, limit) => {
    const rows = new Map(index.listings.map(({ id }, row) => [id, row]));
    return matchListings(index, learner, now, limit).matches.map(({ id }) => rows.get(id)!);
  },
  newest: ordered((index) => (row) => index.publishedAt[row]!),
  nearest: ordered((index, { point }) => {
    const squares = point && squareMilesFrom(index, point);
    return (row) => {
      const square = squares?.[row] ?? NaN;
      return Number.isNaN(square) ? -Infinity : -square;
    };
  }),
  interest: ordered(
    (index, { interests }) =>
      (row) =>
        interests ? likingOf(index, row, interests.scores) : 0,
  ),
} satisfies Record<string, Ranking>;
