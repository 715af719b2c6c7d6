import { shadesOf } from "#app/domain/districts/color.ts";

/** The site's colors as `app/styles/tokens.css` names them: a mail carries no stylesheet of ours, so it writes them out. */
export const LIGHT = {
  canvas: "#f4f6f1",
  surface: "#ffffff",
  sunken: "#e9eee7",
  ink: "#14231d",
  muted: "#3d4e46",
  line: "#d2dbd2",
  primary: "#0b5748",
  "on-primary": "#ffffff",
  accent: "#ffb83d",
};

export const DARK: typeof LIGHT = {
  canvas: "#0e1714",
  surface: "#16221d",
  sunken: "#0a110e",
  ink: "#eaf2ed",
  muted: "#b7c8bf",
  line: "#2e4138",
  primary: "#82d8be",
  "on-primary": "#06231b",
  accent: "#ffc55a",
};

/** The two schemes with a district's own color in them; null: ours. */
export function colorsOf(color: string | null): { light: typeof LIGHT; dark: typeof DARK } {
  if (!color) return { light: LIGHT, dark: DARK };
  const { light, dark } = shadesOf(color);
  return {
    light: { ...LIGHT, primary: light.primary, "on-primary": light.onPrimary },
    dark: { ...DARK, primary: dark.primary, "on-primary": dark.onPrimary },
  };
}
