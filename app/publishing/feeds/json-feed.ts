import type { Feed, FeedItem } from "./feed.ts";

const LONE_SURROGATE = /\p{Cs}/gu;
const wellFormed = (_key: string, value: unknown) =>
  typeof value === "string" ? value.replace(LONE_SURROGATE, "\uFFFD") : value;

/** JSON Feed 1.1. */
export function jsonFeed({ title, about, link, self, next, language, author, items }: Feed): string {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: link,
    feed_url: self,
    ...(next !== null && { next_url: next }),
    description: about,
    language,
    authors: [author],
    items: items.map(itemOf),
  };
  return JSON.stringify(feed, wellFormed);
}

const itemOf = ({ id, title, link, summary, language, category, author, publishedAt, updatedAt }: FeedItem) => ({
  id,
  url: link,
  title,
  content_text: summary,
  language,
  date_published: publishedAt.toISOString(),
  date_modified: updatedAt.toISOString(),
  ...(author !== undefined && { authors: [{ name: author }] }),
  ...(category !== null && { tags: [category] }),
});
