import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { listPublished } from "#app/domain/listings/published.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { publicPage } from "#app/http/public-page.ts";
import { rss } from "#app/publishing/rss.ts";
import { searchSayer } from "#app/http/saying-searches.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { askedOf } from "#app/search/asked-of.server.ts";
import { keptQuery, readQuery } from "#app/search/query.ts";
import { wordOf } from "#app/ui/listing-words.ts";

const MOST_ITEMS = 50;

/** The newest of a search of the list, or of the whole list, for programs that read feeds. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, search, now, locale, origin } = context;
  const district = await getDistrictBySlug(db, params.district ?? "");
  if (!district) throw notFound();
  const kept = keptQuery(readQuery(new URL(request.url).searchParams));
  const { criteria } = await askedOf(db, district, readQuery(kept), { now, pageSize: MOST_ITEMS });
  const { hits } = await search.search({ ...criteria, sort: "newest" });
  const ids = hits.map(({ id }) => id);
  const listings = await listPublished(db, district, ids, now);
  const t = translator(locale);
  const { name, slug } = district;
  const asked = kept.toString();
  const title = asked
    ? t("saved:feed_title_search", { district: name, search: (await searchSayer(context, district))(asked) })
    : t("saved:feed_title", { district: name });
  const feed = rss({
    title,
    description: t("saved:feed_about", { district: name }),
    link: origin + paths.list(locale, slug, kept),
    self: origin + paths.feed(locale, slug, kept),
    language: locale,
    items: listings.map(({ id, slug: listing, content, organization, publishedAt }) => ({
      guid: `urn:uuid:${id}`,
      title: content.title,
      link: origin + paths.listing(locale, slug, listing),
      description: [organization.name, content.summary].filter(Boolean).join(": "),
      category: content.kind && wordOf(t, "kind", content.kind),
      publishedAt: publishedAt ?? now,
    })),
  });
  const headers = { "Content-Type": "application/rss+xml; charset=utf-8", "Last-Modified": now.toUTCString() };
  return new Response(feed, { headers: { ...headers, ...publicPage() } });
}
