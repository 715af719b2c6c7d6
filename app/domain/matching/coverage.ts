/**
 * How well the list covers what students want, told without telling of a student: no number under ten, none from which one
 * follows by taking away, and so no totals. A part of a cell is told only where the cell is twice as large as the smallest
 * that is told, since in a smaller one "few" or "most" would leave but a handful of numbers.
 */
export const FEWEST_TOLD = 10;

/** Students of a pathway at a school, and those of them with enough good matches. */
export interface Tally {
  students: number;
  served: number;
}

export interface Cell {
  students: number;
  /** Whether those with enough are under ten, those without, or neither; `unsplit`: nothing is told of it. */
  share: "unsplit" | "few" | "part" | "most";
  served: number | null;
}

/** Null: not told. */
export function cellOf({ students, served }: Tally): Cell | null {
  if (students < FEWEST_TOLD) return null;
  if (students < 2 * FEWEST_TOLD) return { students, share: "unsplit", served: null };
  if (served < FEWEST_TOLD) return { students, share: "few", served: null };
  if (students - served < FEWEST_TOLD) return { students, share: "most", served: null };
  return { students, share: "part", served };
}

/** Fewer than half of its students have enough, as far as that is told. */
export const isUnderServed = ({ students, share, served }: Cell) =>
  share === "few" || (served !== null && served < students / 2);

/** In full tens, since the exact number and a sum of cells would tell the cells that are not told. */
export function silentInTens({ said, silent }: { said: number; silent: number }): number | null {
  if (said < FEWEST_TOLD || silent < FEWEST_TOLD) return null;
  return Math.floor(silent / FEWEST_TOLD) * FEWEST_TOLD;
}
