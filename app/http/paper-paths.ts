import type { Locale } from "#app/i18n/locales.ts";
import { prefix, query } from "./path-parts.ts";

/** The list on paper, what leads from paper back to it, and the list as nothing but text. */
export const paperPaths = {
  /** The list as a booklet, or a search of it. */
  booklet: (locale: Locale, district: string, asked = "", size: "normal" | "large" = "normal") => {
    const params = new URLSearchParams(asked);
    if (size !== "normal") params.set("size", size);
    return `${prefix(locale)}/${district}/opportunities.pdf${query(params)}`;
  },
  /** Where a reader waits for a booklet that is being printed. */
  bookletProgress: (locale: Locale, district: string, bookletId: string) =>
    `${prefix(locale)}/${district}/booklets/${bookletId}`,
  flyer: (locale: Locale, district: string, slug: string) => `${prefix(locale)}/${district}/opportunities/${slug}.pdf`,
  /** The QR code of its short address. */
  listingCode: (locale: Locale, district: string, slug: string) =>
    `${prefix(locale)}/${district}/opportunities/${slug}.svg`,
  pathwayFlyer: (locale: Locale, district: string, slug: string) =>
    `${prefix(locale)}/${district}/pathways/${slug}.pdf`,
  /** The list as nothing but text. */
  plainList: (locale: Locale, district: string) => `${prefix(locale)}/${district}/opportunities.txt`,
  /** What people type and cameras read: short, and never another's. */
  shortLink: (locale: Locale, code: string) => `${prefix(locale)}/go/${code}`,
};
