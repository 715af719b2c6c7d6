import { MAP, type Pixel } from "./map-projection.ts";

/** Top left corner and width of what is taken on the map. */
export interface Box {
  x: number;
  y: number;
  wide: number;
}
export interface Label extends Box {
  at: number;
  anchor: "start" | "middle" | "end";
}
const LETTER = 7.2;
const LINE = 18;

/** Each name right of its point, else left, below or above; where it would cover something, it is left out. */
export function placeLabels(points: readonly { at: Pixel; name: string }[], covered: readonly Box[]): (Label | null)[] {
  const scale = { x: 0, y: MAP.height - 38, wide: MAP.width / 3 };
  const taken: Box[] = [scale, ...covered, ...points.map(({ at }) => ({ x: at.x - 8, y: at.y - 9, wide: 16 }))];
  const overlaps = (a: Box, b: Box) => a.x < b.x + b.wide && b.x < a.x + a.wide && a.y < b.y + LINE && b.y < a.y + LINE;
  return points.map(({ at, name }) => {
    const wide = name.length * LETTER;
    const label = (
      [
        { x: at.x + 11, y: at.y - 9, wide, at: at.x + 11, anchor: "start" },
        { x: at.x - 11 - wide, y: at.y - 9, wide, at: at.x - 11, anchor: "end" },
        { x: at.x - wide / 2, y: at.y + 9, wide, at: at.x, anchor: "middle" },
        { x: at.x - wide / 2, y: at.y - 9 - LINE, wide, at: at.x, anchor: "middle" },
      ] satisfies Label[]
    ).find((box) => box.x > 4 && box.x + wide < MAP.width - 4 && !taken.some((other) => overlaps(box, other)));
    if (label) taken.push(label);
    return label ?? null;
  });
}
