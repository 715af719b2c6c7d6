import { shadesOf, type Shades } from "#app/domain/districts/color.ts";

const NAMES = {
  primary: "--primary",
  primaryStrong: "--primary-strong",
  primarySoft: "--primary-soft",
  onPrimary: "--on-primary",
  hero: "--hero",
  heroLines: "--hero-lines",
  heroMuted: "--hero-muted",
} as const satisfies Record<keyof Shades, string>;

const rule = (shades: Shades) =>
  `:root{${(Object.keys(NAMES) as (keyof Shades)[]).map((name) => `${NAMES[name]}:${shades[name]}`).join(";")};--hero-ink:#ffffff}`;

/** The stylesheet that gives a district's pages its color, in one `look` or both; paper stays black and white. */
export function themeCss(color: string, look: string | null = null): string {
  const { light, dark } = shadesOf(color);
  if (look === "light" || look === "dark") return `@media screen{${rule({ light, dark }[look])}}\n`;
  return `@media screen{${rule(light)}}\n@media screen and (prefers-color-scheme:dark){${rule(dark)}}\n`;
}
