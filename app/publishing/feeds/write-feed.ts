import { atom } from "./atom.ts";
import { FEED_FORMATS, type FeedFormat } from "./feed-formats.ts";
import type { Feed } from "./feed.ts";
import { jsonFeed } from "./json-feed.ts";
import { rss } from "./rss.ts";

const WRITERS: Record<FeedFormat, (feed: Feed) => string> = { rss, atom, json: jsonFeed };

/** The feed as a program reads it, and what it is called there. */
export function writeFeed(feed: Feed, format: FeedFormat): { text: string; type: string } {
  return { text: WRITERS[format](feed), type: FEED_FORMATS[format].type };
}
