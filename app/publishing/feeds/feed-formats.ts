/** What a feed may be asked for as: how its address ends, and what programs call it. */
export const FEED_FORMATS = {
  rss: { extension: "rss", type: "application/rss+xml" },
  atom: { extension: "atom", type: "application/atom+xml" },
  json: { extension: "feed.json", type: "application/feed+json" },
} as const;
export type FeedFormat = keyof typeof FEED_FORMATS;
export const FEED_FORMAT_NAMES = Object.keys(FEED_FORMATS) as FeedFormat[];

/** Which part of a feed an address asks for, from 1, the newest; the first where it makes no sense. */
export const partAsked = (asked: URLSearchParams) => Number(/^[1-9]\d{0,2}$/.exec(asked.get("part") ?? "")?.[0] ?? 1);
