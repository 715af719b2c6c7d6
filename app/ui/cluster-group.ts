import type { IconName } from "./icon.tsx";

/** The framework's six groups of career clusters: their icon; tints stand in tokens.css, names in `list:group`. */
export const GROUP_ICONS = {
  "01": "hammer",
  "02": "palette",
  "03": "chart-line",
  "04": "hand-heart",
  "05": "sprout",
  "06": "network",
} as const satisfies Record<string, IconName>;

export type ClusterGroup = keyof typeof GROUP_ICONS;
export const isClusterGroup = (code: string): code is ClusterGroup => Object.hasOwn(GROUP_ICONS, code);
export const groupIcon = (code: string | null): IconName =>
  code !== null && isClusterGroup(code) ? GROUP_ICONS[code] : "compass";
