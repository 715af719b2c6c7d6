import type { Locale } from "#app/i18n/locales.ts";
import { inPage, prefix, query } from "./path-parts.ts";

const below = (locale: Locale, district: string) => `${prefix(locale)}/${district}`;
const chosen = (slugs: readonly string[]) => query(new URLSearchParams(slugs.map((slug) => ["listing", slug])));

/** Pages about a district's list, and what a reader does with a listing. */
export const sitePaths = {
  pathways: (locale: Locale, district: string) => `${below(locale, district)}/pathways`,
  pathway: (locale: Locale, district: string, slug: string) => `${below(locale, district)}/pathways/${slug}`,
  cluster: (locale: Locale, district: string, code: string) => `${below(locale, district)}/clusters/${code}`,
  howItWorks: (locale: Locale, district: string) => `${below(locale, district)}/how-it-works`,
  forParents: (locale: Locale, district: string) => `${below(locale, district)}/parents`,
  accessibility: (locale: Locale, district: string) => `${below(locale, district)}/accessibility`,
  /** What this device holds; `asked`: a listing that could not be saved without an account. */
  savedHere: (locale: Locale, district: string, asked?: string) =>
    `${below(locale, district)}/saved${asked ? `?${new URLSearchParams({ asked })}` : ""}`,
  /** Where the buttons that save a listing post. */
  saving: (locale: Locale, district: string, slug: string) => `${below(locale, district)}/opportunities/${slug}/saving`,
  compare: (locale: Locale, district: string, slugs: readonly string[] = []) =>
    `${below(locale, district)}/compare${chosen(slugs)}`,
  editions: (locale: Locale, district: string) => `${below(locale, district)}/editions`,
  edition: (locale: Locale, district: string, number: number, page = 1) =>
    `${below(locale, district)}/editions/${number}${query(inPage(page))}`,
  /** A listing as an edition has it. */
  editionListing: (locale: Locale, district: string, number: number, slug: string) =>
    `${below(locale, district)}/editions/${number}/opportunities/${slug}`,
  /** `since`: the edition it is compared with, else the one before it. */
  editionChanges: (
    locale: Locale,
    district: string,
    number: number,
    { since, page = 1 }: { since?: number; page?: number } = {},
  ) => {
    const asked = new URLSearchParams(since === undefined ? [] : [["since", String(since)]]);
    return `${below(locale, district)}/editions/${number}/changes${query(inPage(page, asked))}`;
  },
  /** Another form of an edition: `pdf`, `csv`, `rss`, … */
  editionFile: (locale: Locale, district: string, number: number, extension: string) =>
    `${below(locale, district)}/editions/${number}/list.${extension}`,
  calendar: (locale: Locale, district: string, slug: string) => `${below(locale, district)}/opportunities/${slug}.ics`,
};
