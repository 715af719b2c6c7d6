import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { AA, contrast, DARK_GROUNDS, isColor, LIGHT_GROUNDS, measureColor, shadesOf } from "./color.ts";

test.each([
  ["#ffffff", "#000000", 21],
  ["#777777", "#ffffff", 4.48],
  ["#0b5748", "#ffffff", 8.5],
  ["#ff0000", "#ffffff", 4],
])("the contrast of %s and %s is %d", (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 1);
  expect(contrast(other, one)).toBe(contrast(one, other));
});

test.each([
  ["#0b5748", true],
  ["#002d72", true],
  ["#ffb83d", false],
  ["#777777", false],
  ["#ffffff", false],
])("%s passes: %s", (color, passes) => {
  const measured = measureColor(color);
  expect(measured.passes).toBe(passes);
  expect(measured.ratio >= AA).toBe(passes);
  expect(measureColor(measured.nearest)).toMatchObject({ passes: true, nearest: measured.nearest });
  if (passes) expect(measured.nearest).toBe(color);
});

const COLORS = ["00", "40", "80", "c0", "ff"].flatMap((red, _, all) =>
  all.flatMap((green) => all.map((blue) => `#${red}${green}${blue}`)),
);

describe.each(["light", "dark"] as const)("in %s", (scheme) => {
  test("every pair of text and ground is AA, whatever color was chosen", () => {
    const grounds = scheme === "light" ? LIGHT_GROUNDS : DARK_GROUNDS;
    for (const color of COLORS) {
      const shades = shadesOf(color)[scheme];
      const pairs = [
        ...grounds.map((ground) => [shades.primary, ground] as const),
        ...grounds.map((ground) => [shades.primaryStrong, ground] as const),
        [shades.onPrimary, shades.primary],
        [shades.onPrimary, shades.primaryStrong],
        [shades.primary, shades.primarySoft],
        [shades.primaryStrong, shades.primarySoft],
        ["#ffffff", shades.hero],
        [shades.heroMuted, shades.hero],
      ] as const;
      expect(Object.values(shades).filter((shade) => !isColor(shade))).toEqual([]);
      expect([color, pairs.filter(([ink, ground]) => contrast(ink, ground) < AA)]).toEqual([color, []]);
    }
  });
});

test("the grounds are those of the stylesheets", () => {
  const css = ["tokens", "tokens-dark"].map((name) => readFileSync(`app/styles/${name}.css`, "utf8")).join("");
  const named = (name: string) => [...css.matchAll(new RegExp(`--${name}: (#\\w+);`, "g"))].map(([, color]) => color);
  const grounds = [named("surface"), named("canvas"), named("sunken")];
  expect(grounds).toEqual([0, 1, 2].map((i) => [LIGHT_GROUNDS[i], DARK_GROUNDS[i]]));
});
