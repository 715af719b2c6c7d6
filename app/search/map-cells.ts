import type { Point } from "./distance.ts";

/**
 * A grid over the map, about two thirds of a mile a side: an engine counts what it finds cell by cell, so that a map of
 * thousands costs no more than one of ten.
 */
const CELL = { latitude: 0.01, longitude: 0.0125 } as const;
/** From the middle of a cell to its corner, at the most. */
export const CELL_REACH_MILES = 0.6;

export const cellOf = ({ latitude, longitude }: Point) =>
  `${Math.floor(latitude / CELL.latitude)}_${Math.floor(longitude / CELL.longitude)}`;

export function middleOf(cell: string): Point {
  const [row = 0, column = 0] = cell.split("_").map(Number);
  return { latitude: (row + 0.5) * CELL.latitude, longitude: (column + 0.5) * CELL.longitude };
}
