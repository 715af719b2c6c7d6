import { FEED_FORMAT_NAMES, FEED_FORMATS, type FeedFormat } from "#app/publishing/feeds/feed-formats.ts";

/** What a page's head says so that a feed reader finds the page's feeds. */
export const feedLinks = (title: string, addressOf: (format: FeedFormat) => string) =>
  FEED_FORMAT_NAMES.map((format) => ({
    tagName: "link",
    rel: "alternate",
    type: FEED_FORMATS[format].type,
    title,
    href: addressOf(format),
  }));
