import type { Locale } from "#app/i18n/locales.ts";
import { prefix, query } from "./path-parts.ts";

const V1 = "/api/v1";
const district = (slug: string) => `${V1}/districts/${slug}`;

/** What programs ask for; the same in every language. */
export const apiPaths = {
  /** The page about it. */
  about: (locale: Locale) => `${prefix(locale)}/api`,
  document: () => `${V1}/openapi.json`,
  districts: () => `${V1}/districts`,
  district,
  listings: (slug: string, params?: URLSearchParams) => `${district(slug)}/listings${query(params)}`,
  listing: (slug: string, listing: string) => `${district(slug)}/listings/${listing}`,
  pathways: (slug: string) => `${district(slug)}/pathways`,
  organizations: (slug: string, params?: URLSearchParams) => `${district(slug)}/organizations${query(params)}`,
  editions: (slug: string) => `${district(slug)}/editions`,
  edition: (slug: string, number: number) => `${district(slug)}/editions/${number}`,
  editionListings: (slug: string, number: number, params?: URLSearchParams) =>
    `${district(slug)}/editions/${number}/listings${query(params)}`,
  hsds: (slug: string) => `/api/hsds/v3/districts/${slug}`,
} as const;
