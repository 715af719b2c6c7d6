import { wrap } from "../paper/wrap.ts";

/** `text` in at most `most` lines no wider than `width`, and whether that is all of it. */
export function fitLines(
  text: string,
  { widthOf, width, most }: { widthOf: (text: string) => number; width: number; most: number },
): { lines: string[]; isWhole: boolean } {
  const room = { widthOf, widthAt: () => width };
  const lines = wrap(text, room);
  return lines.length <= most ? { lines, isWhole: true } : { lines: wrap(text, { ...room, most }), isWhole: false };
}
