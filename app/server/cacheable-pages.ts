import { remindAsked } from "#app/domain/saved/calendar-links.ts";
import { editionPageAsked } from "#app/http/edition-number.ts";
import { inPage } from "#app/http/path-parts.ts";
import { readHsdsPage, writeHsdsPage } from "#app/http/api/hsds-pages.ts";
import {
  readListQuestion,
  readNothing,
  readPageAlone,
  writeListQuestion,
  writePage,
  type Asked,
} from "#app/http/api/list-question.ts";
import { readEmbed, writeEmbed } from "#app/search/embed-query.ts";
import { partAsked } from "#app/publishing/feeds/feed-formats.ts";
import { fileAsked } from "#app/publishing/sitemap.ts";
import { keptQuery, readQuery, writeQuery } from "#app/search/query.ts";
import { readRegionQuery, writeRegionQuery } from "#app/search/region-query.ts";
import { readTyping, writeTyping } from "#app/search/typing.ts";
import type { Admission } from "./admission.ts";

/**
 * Public pages that look the same to everyone who asks for the same address. Each is named here with the one spelling
 * of its query: parameters it does not read are dropped before it is rendered, so nobody fills the cache with them.
 */
interface CacheablePage {
  /** After the district's segment. */
  rest: RegExp;
  /** Null: what is asked has no answer that is worth keeping. */
  query: (asked: URLSearchParams) => URLSearchParams | null;
}

export interface CacheableTarget {
  /** Whose version the page follows: a district's slug, or `regions/` and a region's. */
  list: string;
  /** Normalized path and query, as the page is rendered. */
  address: string;
  key: string;
  raw: string;
}

const list = (asked: URLSearchParams) => writeQuery(readQuery(asked));
const part = (asked: URLSearchParams, kept = new URLSearchParams()) => {
  const number = partAsked(asked);
  if (number > 1) kept.set("part", String(number));
  return kept;
};
/** A feed is of a search, whatever its order and page. */
const feed = (asked: URLSearchParams) => part(asked, keptQuery(readQuery(asked)));
const calendar = (asked: URLSearchParams) => {
  const kept = keptQuery(readQuery(asked));
  const remindDays = remindAsked(asked.get("remind"));
  if (remindDays !== null) kept.set("remind", String(remindDays));
  return kept;
};
const files = (asked: URLSearchParams) => {
  const file = fileAsked(asked);
  return new URLSearchParams(file > 1 ? { file: String(file) } : {});
};
const typing = (asked: URLSearchParams) => writeTyping(readTyping(asked));
const edition = (asked: URLSearchParams) => inPage(editionPageAsked(asked));
const changes = (asked: URLSearchParams) => {
  const since = asked.get("since");
  return inPage(editionPageAsked(asked), new URLSearchParams(since === null ? [] : [["since", since]]));
};
const none = () => new URLSearchParams();
/** What campaign and mail tools add to every link. */
const JUNK = /^(utm_.*|fbclid|gclid|msclkid|mc_[ce]id|_hs.*)$/i;

/** Programs are told of what their address says in vain, so nothing of it is dropped. */
const understood =
  <T>(read: (asked: URLSearchParams) => Asked<T>, write: (value: T) => URLSearchParams): CacheablePage["query"] =>
  (asked) => {
    const question = read(asked);
    return question.ok ? write(question.value) : null;
  };
const question = understood(readListQuestion, writeListQuestion);
const page = understood(readPageAlone, (asked) => writePage(asked));
const hsdsPage = understood(readHsdsPage, writeHsdsPage);
const nothing = understood(readNothing, none);

const API: CacheablePage[] = [
  { rest: /^\/listings$/, query: question },
  { rest: /^\/(organizations|editions\/\d+\/listings)$/, query: page },
  { rest: /^(\/listings\/[^/]+|\/pathways|\/editions(\/\d+)?)?$/, query: nothing },
];
const HSDS: CacheablePage[] = [
  { rest: /^\/(services|organizations)$/, query: hsdsPage },
  { rest: /^(\/services\/[^/]+)?$/, query: nothing },
];

const PAGES: CacheablePage[] = [
  { rest: /^(\/opportunities)?$/, query: list },
  { rest: /^\/opportunities\.(rss|atom|feed\.json)$/, query: feed },
  { rest: /^\/(pathways|partners)\/[^/]+\.(rss|atom|feed\.json)$/, query: (asked) => part(asked) },
  { rest: /^\/editions\.(rss|atom|feed\.json)$/, query: none },
  { rest: /^(\/opportunities\/[^/]+|\/editions\/[1-9]\d{0,5})?\/card\.png$/, query: none },
  { rest: /^\/opportunities\.ics$/, query: calendar },
  { rest: /^\/(opportunities|editions\/\d+\/list)\.txt$/, query: none },
  { rest: /^\/(opportunities|collections)\/[^/]+$/, query: none },
  { rest: /^\/(pathways(\/[^/]+)?|clusters\/[^/]+|how-it-works|parents|accessibility)$/, query: none },
  { rest: /^\/editions(\/[1-9]\d{0,5}\/opportunities\/[^/]+)?$/, query: none },
  { rest: /^\/editions\/[1-9]\d{0,5}$/, query: edition },
  { rest: /^\/editions\/[1-9]\d{0,5}\/changes$/, query: changes },
  { rest: /^\/editions\/\d+\/list\.json$/, query: none },
  { rest: /^\/sitemap\.xml$/, query: files },
  { rest: /^\/suggestions$/, query: typing },
  { rest: /^\/partners(\/[^/]+)?$/, query: none },
  { rest: /^\/(interests|matches)$/, query: answers },
];

/** By what stands before a district's or a region's segment. */
const AREAS: Record<string, CacheablePage[]> = {
  "": PAGES,
  "/api/v1/districts": API,
  "/api/hsds/v3/districts": HSDS,
  "/embed": [{ rest: /^$/, query: (asked) => writeEmbed(readEmbed(asked)) }],
  "/regions": [{ rest: /^$/, query: (asked) => writeRegionQuery(readRegionQuery(asked)) }],
};
const NAMED = /^(\/api\/v1\/districts|\/api\/hsds\/v3\/districts|\/embed|\/regions)?\/([^/]+)(.*)$/;

/** Null: not such a page. `isList` says whether there is a list of that name. */
export function cacheableTarget(
  { pathname, search, locale, raw, door }: Admission,
  isList: (list: string) => boolean,
): CacheableTarget | null {
  const [, area = "", slug = "", rest = ""] = NAMED.exec(pathname) ?? [];
  const list = area === "/regions" ? `regions/${slug}` : slug;
  if (!isList(list)) return null;
  const page = AREAS[area]?.find((candidate) => candidate.rest.test(rest));
  const asked = page?.query(new URLSearchParams(search));
  if (!asked) return null;
  const query = asked.toString();
  const address = query ? `${pathname}?${query}` : pathname;
  return { list, address, raw, key: `${door.pagesOf}${locale} ${address}` };
}

/** Any name may be an answer: sorted by name, in the given order within one; empty ones dropped. */
function answers(asked: URLSearchParams): URLSearchParams {
  const kept = [...asked].filter(([name, value]) => value.trim() !== "" && !JUNK.test(name));
  return new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
