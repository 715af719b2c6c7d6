import { DEFAULT_LOCALE, LOCALES, type Locale } from "#app/i18n/locales.ts";
import { element, empty, XML_DECLARATION } from "./xml.ts";

/** A page in every language; `changedAt`: when what readers see of it last changed, where that is known. */
export interface SitePage {
  at: (locale: Locale) => string;
  changedAt: Date | null;
}

/** A file may name 50,000 addresses; smaller ones are drawn within a request. */
export const LISTINGS_A_FILE = 10_000;

/** Which file an address asks for; the first where it makes no sense. */
export const fileAsked = (asked: URLSearchParams) => Number(/^[1-9]\d{0,3}$/.exec(asked.get("file") ?? "")?.[0] ?? 1);

/** How many files a district with so many listings takes. */
export const filesFor = (listings: number) => Math.max(1, Math.ceil(listings / LISTINGS_A_FILE));

/** One file of pages, from 1, the first with those that are no listing; each language's address stands by itself. */
export function sitemap(
  origin: string,
  { listings, others }: { listings: readonly SitePage[]; others: readonly SitePage[] },
  file: number,
): string {
  const first = (file - 1) * LISTINGS_A_FILE;
  const own = [...(file === 1 ? others : []), ...listings.slice(first, first + LISTINGS_A_FILE)];
  return [
    XML_DECLARATION,
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...own.flatMap((page) => LOCALES.map((locale) => urlOf(origin, page, locale))),
    "</urlset>\n",
  ].join("\n");
}

function urlOf(origin: string, { at, changedAt }: SitePage, locale: Locale): string {
  const alternate = (hreflang: string, each: Locale) =>
    empty("xhtml:link", { rel: "alternate", hreflang, href: origin + at(each) });
  return [
    "<url>",
    element("loc", origin + at(locale)),
    changedAt ? element("lastmod", changedAt.toISOString()) : "",
    ...LOCALES.map((each) => alternate(each, each)),
    alternate("x-default", DEFAULT_LOCALE),
    "</url>",
  ].join("");
}

/** The file that names the others. */
export const sitemapIndex = (addresses: readonly string[]): string =>
  [
    XML_DECLARATION,
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...addresses.map((address) => `<sitemap>${element("loc", address)}</sitemap>`),
    "</sitemapindex>\n",
  ].join("\n");
