/**
 * Texts as outlines of the site's typeface, so that a picture looks the same on a machine without any font. What the
 * face has no letter for is drawn by its base letter, or left out: never a box.
 */
import { create, type Font, type Glyph } from "fontkit";
import { faceFile, type Face } from "../paper/faces.server.ts";
import { isLegible, runsOf } from "../paper/legible.ts";

const fonts = new Map<string, Font>();

/** A face is two files: `more` has what the first has not. */
function fontOf(face: Face, more: boolean): Font {
  const key = `${face} ${more}`;
  let font = fonts.get(key);
  if (!font) fonts.set(key, (font = create(faceFile(face, more))));
  return font;
}

/** One line of what can be drawn. */
export function drawable(text: string): string {
  let shown = "";
  for (const character of text.normalize("NFC").replace(/[\s\p{Z}]+/gu, " ")) {
    if (/[\p{C}\p{M}]/u.test(character)) continue;
    const base = isLegible(character) ? character : character.normalize("NFKD").replace(/\p{M}/gu, "");
    if (isLegible(base)) shown += base;
  }
  return shown.replace(/ {2,}/g, " ").trim();
}

const advances = new Map<string, number>();

/** Of one letter, in ems. Asking the font is slow, and there are few. */
function advanceOf(character: string, face: Face): number {
  const key = `${face}${character}`;
  let advance = advances.get(key);
  if (advance === undefined) {
    const font = fontOf(face, runsOf(character)[0]!.more);
    advances.set(key, (advance = font.layout(character).advanceWidth / font.unitsPerEm));
  }
  return advance;
}

/** Of a drawable text on one line, letter by letter: what pairs are moved closer by is room to spare. */
export const widthOf = (text: string, { face, size }: { face: Face; size: number }) =>
  [...text].reduce((sum, character) => sum + advanceOf(character, face) * size, 0);

const shapes = new WeakMap<Font, Map<number, string>>();

function shapeOf(font: Font, { id, path }: Glyph): string {
  const known = shapes.get(font) ?? new Map<number, string>();
  shapes.set(font, known);
  const shape = known.get(id) ?? path.toSVG();
  known.set(id, shape);
  return shape;
}

/** Its letters as paths of an SVG, `y` the line they stand on. */
export function outline(text: string, at: { x: number; y: number; size: number; face: Face }): string {
  let { x } = at;
  const paths: string[] = [];
  for (const { text: run, more } of runsOf(text)) {
    const font = fontOf(at.face, more);
    const scale = at.size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(run);
    for (const [i, glyph] of glyphs.entries()) {
      const { xAdvance, xOffset, yOffset } = positions[i]!;
      const d = shapeOf(font, glyph);
      const moved = `translate(${round(x + xOffset * scale)} ${round(at.y - yOffset * scale)})`;
      if (d) paths.push(`<path transform="${moved} scale(${round(scale)} ${round(-scale)})" d="${d}"/>`);
      x += xAdvance * scale;
    }
  }
  return paths.join("");
}

const round = (n: number) => Math.round(n * 10_000) / 10_000;
