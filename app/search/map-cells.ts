import type { Point } from "#app/domain/districts/distance.ts";

/**
 * A grid over the map, about two thirds of a mile a side: an engine counts what it finds cell by cell, so that a map of
 * thousands costs no more than one of ten.
 */
const CELL = { latitude: 0.01, longitude: 0.0125 } as const;

export const cellOf = ({ latitude, longitude }: Point) =>
  `${Math.floor(latitude / CELL.latitude)}_${Math.floor(longitude / CELL.longitude)}`;

export function middleOf(cell: string): Point {
  const [row = 0, column = 0] = cell.split("_").map(Number);
  return { latitude: (row + 0.5) * CELL.latitude, longitude: (column + 0.5) * CELL.longitude };
}

const MOST_CELLS = 600;
const RUN = /^(\d{1,4}|-\d{1,4})_(-?\d{1,5})(?:_(\d{1,3}))?$/;

/** Cells as an address says them, `4150_-7242.4151_-7243_3`: those side by side are told by the first and how many. */
export function writeCells(cells: readonly string[]): string {
  const all = [...new Set(cells)].map((cell) => cell.split("_").map(Number) as [number, number]);
  const runs: { row: number; column: number; count: number }[] = [];
  for (const [row, column] of all.sort(([a, b], [c, d]) => a - c || b - d)) {
    const last = runs.at(-1);
    if (last?.row === row && last.column + last.count === column) last.count++;
    else runs.push({ row, column, count: 1 });
  }
  return runs.map(({ row, column, count }) => `${row}_${column}${count > 1 ? `_${count}` : ""}`).join(".");
}

/** What makes no sense is passed over, and so is what is beyond any map. */
export function readCells(text: string | null): string[] {
  const cells = (text ?? "").split(".", MOST_CELLS).flatMap((run) => {
    const [, row = "", column = "", count = "1"] = RUN.exec(run) ?? [];
    return row ? Array.from({ length: Number(count) }, (_, n) => `${Number(row)}_${Number(column) + n}`) : [];
  });
  return cells.slice(0, MOST_CELLS);
}
