/** Feeds of a district: of its list, a search, a pathway or a partner, which are all searches; and of its editions. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug, listPathways, type District } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { readLiveList } from "#app/domain/editions/published-list.server.ts";
import { listPublishedEditions } from "#app/domain/editions/read-edition.server.ts";
import { listPartnerNames } from "#app/domain/organizations/public-partners.server.ts";
import { nameIn } from "#app/i18n/name-in.ts";
import { translator } from "#app/i18n/translator.ts";
import { partAsked, type FeedFormat } from "#app/publishing/feeds/feed-formats.ts";
import { urnOf } from "#app/publishing/feeds/feed-id.server.ts";
import { editionsFeed } from "#app/publishing/feeds/editions-feed.ts";
import type { Feed } from "#app/publishing/feeds/feed.ts";
import { listFeed } from "#app/publishing/feeds/list-feed.ts";
import { writeFeed } from "#app/publishing/feeds/write-feed.ts";
import { askedOf } from "#app/search/asked-of.server.ts";
import { keptQuery, readQuery } from "#app/search/query.ts";
import { idParam, notFound } from "./id-param.ts";
import type { RequestContext } from "./load-context.ts";
import { paths } from "./paths.ts";
import { publicPage } from "./public-page.ts";
import { searchSayer } from "./saying-searches.server.ts";

/** How many a part of a feed tells; whoever wants more follows it to the next (RFC 5005). */
const ITEMS_A_PART = 50;

export async function answerListFeed(args: LoaderFunctionArgs, format: FeedFormat) {
  const { request, params, context } = args;
  const { locale } = context;
  const district = await districtOf(context, params.district);
  const kept = keptQuery(readQuery(new URL(request.url).searchParams));
  const asked = kept.toString();
  return answerSearch(args, district, format, {
    query: kept,
    about: asked ? (await searchSayer(context, district))(asked) : null,
    link: paths.list(locale, district.slug, kept),
    self: paths.feed(locale, district.slug, format, kept),
  });
}

export async function answerPathwayFeed(args: LoaderFunctionArgs, format: FeedFormat) {
  const { params, context } = args;
  const { db, locale } = context;
  const district = await districtOf(context, params.district);
  const pathways = await listPathways(db, district.id, { retiredToo: true });
  const pathway = pathways.find(({ slug }) => slug === params.slug);
  if (!pathway) throw notFound();
  return answerSearch(args, district, format, {
    query: new URLSearchParams({ pathway: pathway.slug }),
    about: nameIn(locale, pathway),
    link: paths.pathway(locale, district.slug, pathway.slug),
    self: paths.pathwayFeed(locale, district.slug, format, pathway.slug),
  });
}

export async function answerPartnerFeed(args: LoaderFunctionArgs, format: FeedFormat) {
  const { params, context } = args;
  const { db, locale, now } = context;
  const district = await districtOf(context, params.district);
  const [partner] = await listPartnerNames(db, district, now, [idParam(params, "organizationId")]);
  if (!partner) throw notFound();
  return answerSearch(args, district, format, {
    query: new URLSearchParams({ organization: partner.id }),
    about: partner.name,
    link: paths.publicPartner(locale, district.slug, partner.id),
    self: paths.partnerFeed(locale, district.slug, format, partner.id),
  });
}

/** Of editions, as they were published; none of them changes. */
export async function answerEditionsFeed({ params, context }: LoaderFunctionArgs, format: FeedFormat) {
  const { db, locale, origin, now } = context;
  const district = await districtOf(context, params.district);
  const { id, timeZone } = district;
  const editions = (await listPublishedEditions(db, id)).slice(0, ITEMS_A_PART).map((edition) => ({
    ...edition,
    id: urnOf(id, `edition ${edition.number}`),
    publishedOn: localDate(edition.publishedAt, timeZone),
  }));
  const feed = editionsFeed(district, editions, {
    id: urnOf(id, `editions ${locale}`),
    self: origin + paths.editionsFeed(locale, district.slug, format),
    ...{ locale, origin, since: district.createdAt },
  });
  return feedResponse(feed, format, now);
}

async function districtOf({ db }: Pick<RequestContext, "db">, slug: string | undefined): Promise<District> {
  const district = await getDistrictBySlug(db, slug ?? "");
  if (!district) throw notFound();
  return district;
}

interface SearchAsked {
  query: URLSearchParams;
  /** What is searched for, in words; null: everything. */
  about: string | null;
  link: string;
  /** Of the first part. */
  self: string;
}

async function answerSearch(
  { request, context: { db, search, now, locale, origin } }: Pick<LoaderFunctionArgs, "request" | "context">,
  district: District,
  format: FeedFormat,
  { query, about, link, self }: SearchAsked,
): Promise<Response> {
  const part = partAsked(new URL(request.url).searchParams);
  const { criteria } = await askedOf(db, district, readQuery(query), { now, pageSize: ITEMS_A_PART });
  const { hits, total } = await search.search({ ...criteria, sort: "newest", page: part });
  if (part > 1 && hits.length === 0) throw notFound();
  const ids = hits.map(({ id }) => id);
  const list = await readLiveList(db, district, now, ids);
  const t = translator(locale);
  const { name, createdAt } = district;
  const feed = listFeed(list, {
    id: urnOf(district.id, `feed ${locale} ${query.toString()}`),
    title: about
      ? t("saved:feed_title_search", { district: name, search: about })
      : t("saved:feed_title", { district: name }),
    ...{ link: origin + link, self: origin + paths.feedPart(self, part), locale, origin, since: createdAt },
    next: part * ITEMS_A_PART < total ? origin + paths.feedPart(self, part + 1) : null,
  });
  return feedResponse(feed, format, now);
}

/** `now` is when it first said this, as far as the page cache knows. */
function feedResponse(feed: Feed, format: FeedFormat, now: Date): Response {
  const { text, type } = writeFeed(feed, format);
  const headers = { "Content-Type": `${type}; charset=utf-8`, "Last-Modified": now.toUTCString() };
  return new Response(text, { headers: { ...headers, ...publicPage() } });
}
