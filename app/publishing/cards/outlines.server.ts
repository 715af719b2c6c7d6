/**
 * Texts as outlines of the site's typeface, so that a picture looks the same on a machine without any font. What the
 * face has no letter for is drawn by its base letter, or left out: never a box.
 */
import { createRequire } from "node:module";
import { openSync, type Font, type Glyph } from "fontkit";

export type Weight = 400 | 700;
const FILES = ["latin", "latin-ext"] as const;
const fonts = new Map<string, Font>();

function fontOf(weight: Weight, file: (typeof FILES)[number]): Font {
  const name = `atkinson-hyperlegible-next-${file}-${weight}-normal.woff`;
  let font = fonts.get(name);
  if (!font) {
    const { resolve } = createRequire(import.meta.url);
    fonts.set(name, (font = openSync(resolve(`@fontsource/atkinson-hyperlegible-next/files/${name}`))));
  }
  return font;
}

/** Of the faces both weights have, one file each: which of them has the letter. */
function fileOf(character: string) {
  const codePoint = character.codePointAt(0)!;
  return FILES.find((file) => fontOf(400, file).hasGlyphForCodePoint(codePoint)) ?? null;
}

/** One line of what can be drawn. */
export function drawable(text: string): string {
  let shown = "";
  for (const character of text.normalize("NFC").replace(/[\s\p{Z}]+/gu, " ")) {
    if (/[\p{C}\p{M}]/u.test(character)) continue;
    const base = fileOf(character) ? character : character.normalize("NFKD").replace(/\p{M}/gu, "");
    if ([...base].every((each) => fileOf(each))) shown += base;
  }
  return shown.replace(/ {2,}/g, " ").trim();
}

interface Run {
  font: Font;
  text: string;
}

function runsOf(text: string, weight: Weight): Run[] {
  const runs: Run[] = [];
  for (const character of text) {
    const font = fontOf(weight, fileOf(character) ?? "latin");
    const last = runs.at(-1);
    if (last?.font === font) last.text += character;
    else runs.push({ font, text: character });
  }
  return runs;
}

const advances = new Map<string, number>();

/** Of one letter, in ems. Asking the font is slow, and there are few. */
function advanceOf(character: string, weight: Weight): number {
  const key = `${weight}${character}`;
  let advance = advances.get(key);
  if (advance === undefined) {
    const font = fontOf(weight, fileOf(character) ?? "latin");
    advances.set(key, (advance = font.layout(character).advanceWidth / font.unitsPerEm));
  }
  return advance;
}

/** Of a drawable text on one line, letter by letter: what pairs are moved closer by is room to spare. */
export const widthOf = (text: string, { weight, size }: { weight: Weight; size: number }) =>
  [...text].reduce((sum, character) => sum + advanceOf(character, weight) * size, 0);

const shapes = new WeakMap<Font, Map<number, string>>();

function shapeOf(font: Font, { id, path }: Glyph): string {
  const known = shapes.get(font) ?? new Map<number, string>();
  shapes.set(font, known);
  const shape = known.get(id) ?? path.toSVG();
  known.set(id, shape);
  return shape;
}

/** Its letters as paths of an SVG, `y` the line they stand on. */
export function outline(text: string, at: { x: number; y: number; size: number; weight: Weight }): string {
  let { x } = at;
  const paths: string[] = [];
  for (const { font, text: run } of runsOf(text, at.weight)) {
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
