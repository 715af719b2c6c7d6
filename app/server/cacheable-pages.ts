import { FACET_GROUPS } from "#app/search/search-index.ts";
import type { Admission } from "./admission.ts";

/**
 * Public pages that look the same to everyone who asks for the same address. A page is named here with every query
 * parameter it reads: any other is dropped before the page is rendered, so nobody fills the cache with spellings.
 */
interface CacheablePage {
  /** After the district's segment. */
  rest: RegExp;
  params: ReadonlySet<string> | "all";
}

export interface CacheableTarget {
  district: string;
  /** Normalized path and query, as the page is rendered. */
  address: string;
  key: string;
  raw: string;
}

const LIST = new Set<string>([...FACET_GROUPS, "q", "where", "within", "sort", "page"]);

const PAGES: CacheablePage[] = [
  { rest: /^$/, params: LIST },
  { rest: /^\/opportunities$/, params: LIST },
  { rest: /^\/opportunities\/[^/]+$/, params: new Set() },
  { rest: /^\/(interests|matches)$/, params: "all" },
];
/** What campaign and mail tools add to every link. */
const JUNK = /^(utm_.*|fbclid|gclid|msclkid|mc_[ce]id|_hs.*)$/i;

/** Null: not such a page. `isDistrict` says whether the first segment names a district's list. */
export function cacheableTarget(
  { pathname, search, locale, raw }: Admission,
  isDistrict: (slug: string) => boolean,
): CacheableTarget | null {
  const district = pathname.slice(1).split("/", 1)[0] ?? "";
  if (!isDistrict(district)) return null;
  const rest = pathname.slice(district.length + 1);
  const page = PAGES.find((candidate) => candidate.rest.test(rest));
  if (!page) return null;
  const query = normalized(search, page.params);
  const address = query ? `${pathname}?${query}` : pathname;
  return { district, address, raw, key: `${locale} ${address}` };
}

/** Sorted by name, in the given order within a name; empty and unknown parameters dropped. */
function normalized(search: string, params: CacheablePage["params"]): string {
  if (search.length < 2) return "";
  const kept = [...new URLSearchParams(search)].filter(
    ([name, value]) => value.trim() !== "" && (params === "all" ? !JUNK.test(name) : params.has(name)),
  );
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return new URLSearchParams(kept).toString();
}
