/**
 * A district's color: the one it chooses is the primary of its public pages in light; everything else a page needs of
 * it is derived, so that each pair of text and ground stays AA in light and in dark.
 */

/** What text and buttons in the color stand on, as `app/styles/tokens.css` names it: surface, canvas, sunken. */
export const LIGHT_GROUNDS = ["#ffffff", "#f4f6f1", "#e9eee7"] as const;
export const DARK_GROUNDS = ["#16221d", "#0e1714", "#0a110e"] as const;
/** WCAG 2.2, 1.4.3. */
export const AA = 4.5;
const AAA = 7;
const STEPS = 100;
const WHITE = "#ffffff";
const BLACK = "#000000";
const SOFT = { light: 0.12, dark: 0.35 } as const;

export interface Shades {
  primary: string;
  primaryStrong: string;
  primarySoft: string;
  onPrimary: string;
  hero: string;
  heroLines: string;
  heroMuted: string;
}

export const isColor = (text: string) => /^#[0-9a-f]{6}$/.test(text);

const channels = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

/** `share` of `other` in `color`, 0 to 1. */
export function mix(color: string, other: string, share: number): string {
  const [from, to] = [channels(color), channels(other)];
  const mixed = from.map((value, i) => Math.round(value + (to[i]! - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const lowest = (color: string, grounds: readonly string[]) => Math.min(...grounds.map((each) => contrast(color, each)));

/** As little of `other` as makes the color pass. */
function until(color: string, other: string, passes: (mixed: string) => boolean): string {
  for (let step = 0; step < STEPS; step++) {
    const mixed = mix(color, other, step / STEPS);
    if (passes(mixed)) return mixed;
  }
  return other;
}

export interface Measured {
  /** The lowest contrast of the color with white text on it and with the page under it. */
  ratio: number;
  passes: boolean;
  /** The same, or as little darker as passes. */
  nearest: string;
}

export function measureColor(color: string): Measured {
  const passes = (each: string) => lowest(each, LIGHT_GROUNDS) >= AA;
  return { ratio: lowest(color, LIGHT_GROUNDS), passes: passes(color), nearest: until(color, BLACK, passes) };
}

/** As much of the color in the ground as text in `ink` can stand on. */
const softOf = (ground: string, color: string, ink: string, most: number) =>
  until(mix(ground, color, most), ground, (soft) => contrast(ink, soft) >= AA);

/** All that pages in this color need; of one that does not pass, its nearest. */
export function shadesOf(chosen: string): { light: Shades; dark: Shades } {
  const color = measureColor(chosen).nearest;
  const hero = until(color, BLACK, (each) => contrast(each, WHITE) >= AAA + 1);
  const bright = until(color, WHITE, (each) => lowest(each, DARK_GROUNDS) >= AAA);
  const onHero = { heroLines: mix(hero, WHITE, 0.12), heroMuted: mix(hero, WHITE, 0.88) };
  return {
    light: {
      ...{ primary: color, primaryStrong: mix(color, BLACK, 0.28), onPrimary: WHITE },
      primarySoft: softOf(WHITE, color, color, SOFT.light),
      ...{ hero, ...onHero },
    },
    dark: {
      ...{ primary: bright, primaryStrong: mix(bright, WHITE, 0.3), onPrimary: DARK_GROUNDS[2] },
      primarySoft: softOf(DARK_GROUNDS[0], color, bright, SOFT.dark),
      ...{ hero: mix(hero, BLACK, 0.25), ...onHero },
    },
  };
}
