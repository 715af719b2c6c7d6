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
