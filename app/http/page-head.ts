import type { MetaDescriptor } from "@remix-run/react";
import { CARD_SIZE } from "#app/publishing/cards/card.ts";
import { DEFAULT_LOCALE, LOCALES, type Locale } from "#app/i18n/locales.ts";
import { paths } from "./paths.ts";

/** What a public page tells search engines and social sites of itself, beyond its title. */
export interface PageHead {
  title: string;
  about: string | null;
  site: string;
  locale: Locale;
  /** The page in each language, whole addresses. */
  addresses: Record<Locale, string>;
  card: { url: string; alt: string };
}

/** `at`: the page's one address in a language; `card`: of a picture of its own, else the district's stands for it. */
export function pageHead(
  { origin, locale }: { origin: string; locale: Locale },
  page: Pick<PageHead, "title" | "about"> & {
    district: { slug: string; name: string };
    at: (locale: Locale) => string;
    card?: string;
  },
): PageHead {
  const { title, about, district, at, card } = page;
  const addresses = Object.fromEntries(LOCALES.map((each) => [each, origin + at(each)])) as Record<Locale, string>;
  return {
    ...{ title, about, site: district.name, locale, addresses },
    card: card
      ? { url: origin + card, alt: title }
      : { url: origin + paths.districtCard(locale, district.slug), alt: district.name },
  };
}

const OPEN_GRAPH_LOCALE: Record<Locale, string> = { en: "en_US", es: "es_US" };

export function headTags(head: PageHead | null | undefined): MetaDescriptor[] {
  if (!head) return [];
  const { title, about, site, locale, addresses, card } = head;
  const property = (name: string, content: string) => ({ property: `og:${name}`, content });
  const link = (rel: string, href: string, more: Record<string, string> = {}) => ({
    tagName: "link" as const,
    ...{ rel, href },
    ...more,
  });
  return [
    link("canonical", addresses[locale]),
    ...LOCALES.map((each) => link("alternate", addresses[each], { hrefLang: each })),
    link("alternate", addresses[DEFAULT_LOCALE], { hrefLang: "x-default" }),
    ...[property("type", "website"), property("site_name", site), property("title", title)],
    ...(about === null ? [] : [property("description", about)]),
    ...[property("url", addresses[locale]), property("locale", OPEN_GRAPH_LOCALE[locale])],
    ...LOCALES.filter((each) => each !== locale).map((each) => property("locale:alternate", OPEN_GRAPH_LOCALE[each])),
    property("image", card.url),
    property("image:type", "image/png"),
    property("image:width", String(CARD_SIZE.width)),
    property("image:height", String(CARD_SIZE.height)),
    property("image:alt", card.alt),
    { name: "twitter:card", content: "summary_large_image" },
    { name: "twitter:image:alt", content: card.alt },
  ];
}
