import { describe, expect, test } from "vitest";
import { EMPTY_CONTENT } from "./empty-content.ts";
import { ALIKE, likeness, runsOf, sketchOf } from "./text-sketch.ts";

const WORDS = "river garden carries older people across town while bikes wait beside every open door near market".split(
  " ",
);
/** A text of `length` words, another for another `seed`. */
const textOf = (seed: number, length = 120) =>
  Array.from({ length }, (_, at) => `${WORDS[(at * 7 + seed * 3) % WORDS.length]}${(at * seed) % 11}`);
const runs = (description: string, title = "") => runsOf({ ...EMPTY_CONTENT, title, description });
const sharesNumber = (one: number[], other: number[]) => one.some((number) => other.includes(number));

describe("two texts", () => {
  const text = textOf(1).join(" ");

  test("are the same whatever their case, accents, spaces and points", () => {
    expect(
      likeness(
        runs("Aprenda a reparar bicicletas en el taller. Venga los lunes."),
        runs("aprenda  a REPARAR bicicletas en él taller — venga, los lunes"),
      ),
    ).toBe(1);
  });

  test("have nothing in common when nothing is", () => {
    expect(likeness(runs(text), runs(textOf(5).join(" ")))).toBeLessThan(0.05);
  });

  test("are alike with a sentence more, and not when half is another", () => {
    const half = [...textOf(1).slice(0, 60), ...textOf(5).slice(0, 60)].join(" ");
    expect(likeness(runs(text), runs(`${text} ${textOf(5, 15).join(" ")}`))).toBeGreaterThan(0.9);
    expect(likeness(runs(text), runs(half))).toBeLessThan(ALIKE);
  });

  test.each(["", "Help us", "Help older people cross the street today"])("say nothing when as short as %j", (short) => {
    expect(sketchOf(runs(short))).toEqual([]);
    expect(likeness(runs(short), runs(short))).toBe(0);
  });
});

describe("sketches", () => {
  test("of 200 texts with one word in twelve exchanged share a number with the first one's, of other texts hardly any", () => {
    let found = 0;
    let strangers = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const sketch = sketchOf(runs(textOf(seed).join(" ")));
      const edited = textOf(seed).map((word, at) => (at % 12 === seed % 12 ? `other${at}` : word));
      if (sharesNumber(sketch, sketchOf(runs(edited.join(" "))))) found++;
      const stranger = textOf(seed + 1000).map((word, at) => `${word}${at % 5}`);
      if (sharesNumber(sketch, sketchOf(runs(stranger.join(" "))))) strangers++;
    }
    expect(found).toBeGreaterThanOrEqual(195);
    expect(strangers).toBeLessThanOrEqual(2);
  });

  test("hold 24 whole numbers that Postgres calls integers, the same each time", () => {
    const sketch = sketchOf(runs(textOf(3).join(" ")));
    expect(sketch).toHaveLength(24);
    expect(sketch.every((number) => number === (number | 0))).toBe(true);
    expect(sketchOf(runs(textOf(3).join(" ")))).toEqual(sketch);
  });
});
