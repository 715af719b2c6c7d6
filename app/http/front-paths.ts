import type { Locale } from "#app/i18n/locales.ts";
import { prefix, query } from "./path-parts.ts";

/** Where a district's list stands beside its own pages. */
export const frontPaths = {
  /** For a frame in a page of another site. */
  embed: (locale: Locale, district: string, params?: URLSearchParams | string) =>
    `${prefix(locale)}/embed/${district}${query(params)}`,
  /** Several districts' lists as one. */
  region: (locale: Locale, slug: string, params?: URLSearchParams | string) =>
    `${prefix(locale)}/regions/${slug}${query(params)}`,
  /** What such a page loads to give the frame its height: `public/embed.js`. */
  embedScript: () => "/embed.js",
};

/** A coordinator's pages about the same. */
export const embedDeskPaths = {
  /** What it would look like as the query says, and what to paste. */
  builder: (params?: URLSearchParams | string) => `/coordinator/embed${query(params)}`,
  preview: (params?: URLSearchParams | string) => `/coordinator/embed/preview${query(params)}`,
  /** The sites that may show it. */
  sites: (done?: "added" | "removed") => `/coordinator/embed/sites${done ? `?done=${done}` : ""}`,
  siteRemoval: (siteId: string) => `/coordinator/embed/sites/${siteId}/removal`,
} as const;
