import { XMLValidator } from "fast-xml-parser";
import { create } from "fontkit";
import { describe, expect, it, test } from "vitest";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { faceFile } from "../paper/faces.server.ts";
import { isLegible, runsOf } from "../paper/legible.ts";
import type { Card } from "./card.ts";
import { drawCard } from "./draw-card.server.ts";
import { fitLines } from "./fit-lines.ts";
import { drawable } from "./outlines.server.ts";

const card = (changes: Partial<Card> = {}): Card => ({
  ...{ district: "Riverbend Community Schools", color: null, tag: "Paid internship", otherwise: "Bluestem Bikes" },
  title: "Bicycle repair helper",
  lines: ["Bluestem Bikes", "Rock Island", "Grades 10 to 12"],
  ...changes,
});

/** Where each letter stands. */
const letters = (svg: string) =>
  [...svg.matchAll(/translate\(([\d.-]+) ([\d.-]+)\) scale\(([\d.]+)/g)].map(([, x, y, scale]) => ({
    x: Number(x),
    y: Number(y),
    size: Number(scale) * 1000,
  }));

describe("S4: whatever a title holds", () => {
  test.each(
    [...NAUGHTY_STRINGS, "W".repeat(400), "word ".repeat(200), "ñ".repeat(90), "مرحبا hello"].map((text) => [text]),
  )("%j is drawn within the card, as outlines", (text) => {
    const svg = drawCard(card({ title: text, district: text, tag: text, otherwise: text, lines: [text, text] }));
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toMatch(/<text|<image|<script|href/);
    for (const { x, y, size } of letters(svg)) {
      expect(x).toBeGreaterThanOrEqual(72 - size / 4);
      expect(x).toBeLessThan(1128);
      expect(y - size).toBeGreaterThan(0);
      expect(y).toBeLessThan(600);
    }
  });
});

it("makes a title as large as it fits whole, and cuts it at last", () => {
  const sizeOf = (title: string) => Math.max(...letters(drawCard(card({ title }))).map(({ size }) => Math.round(size)));
  expect(
    ["Short", "A title of several words that needs three lines to be read whole, I think", "word ".repeat(90)].map(
      sizeOf,
    ),
  ).toEqual([76, 64, 52]);
});

it("draws what it has letters for, by base letters where it must, and never a box", () => {
  expect(drawable("Ñandú, żółć & “quotes” — 5 €")).toBe("Ñandú, żółć & “quotes” — 5 €");
  expect(drawable("ﬁne ① 👩‍👩‍👧‍👦 \u202eabc\u202c\u0000")).toBe("fine 1 abc");
  expect(drawable("مرحبا")).toBe("");
  const other = drawCard(card({ title: "مرحبا", tag: null, lines: [] }));
  expect(other).toBe(drawCard(card({ title: "Bluestem Bikes", tag: null, lines: [] })));
});

test.each(["regular", "bold"] as const)("every letter that counts as known is in the %s face", (face) => {
  const fonts = [false, true].map((more) => create(faceFile(face, more)));
  const missing = Array.from({ length: 0x10000 }, (_, codePoint) => codePoint).filter((codePoint) => {
    const character = String.fromCharCode(codePoint);
    return isLegible(character) && !fonts[Number(runsOf(character)[0]!.more)]!.hasGlyphForCodePoint(codePoint);
  });
  expect(missing).toEqual([]);
});

it("breaks lines at words, and words where no line holds them", () => {
  const room = { widthOf: (text: string) => text.length, width: 8, most: 3 };
  expect(fitLines("one two three", room)).toEqual({ lines: ["one two", "three"], isWhole: true });
  expect(fitLines("abcdefghijkl m", room)).toEqual({ lines: ["abcdefgh", "ijkl m"], isWhole: true });
  expect(fitLines("aaaa bbbb cccc dddd eeee ffff", room)).toEqual({ lines: ["aaaa", "bbbb", "cccc…"], isWhole: false });
  expect(fitLines("", room)).toEqual({ lines: [], isWhole: true });
});
