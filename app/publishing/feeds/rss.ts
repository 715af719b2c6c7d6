import { element, empty, xml, XML_DECLARATION } from "../xml.ts";
import type { Feed, FeedItem } from "./feed.ts";

const MINUTES_TO_LIVE = "60";

/** Readers take a description for HTML: what was written as text is escaped for that too. */
const asHtml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** RSS 2.0, as the RSS Advisory Board's profile has it. */
export function rss({ title, about, link, self, next, language, updatedAt, items }: Feed): string {
  const spaces = 'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  return [
    XML_DECLARATION,
    `<rss version="2.0" ${spaces}><channel>`,
    element("title", title),
    element("link", link),
    element("description", asHtml(about)),
    element("language", language),
    element("lastBuildDate", updatedAt.toUTCString()),
    element("ttl", MINUTES_TO_LIVE),
    empty("atom:link", { href: self, rel: "self", type: "application/rss+xml" }),
    next === null ? "" : empty("atom:link", { href: next, rel: "next", type: "application/rss+xml" }),
    ...items.map(itemOf),
    "</channel></rss>\n",
  ].join("\n");
}

const itemOf = ({ id, title, link, summary, category, author, publishedAt }: FeedItem) =>
  [
    "<item>",
    element("title", title),
    element("link", link),
    `<guid isPermaLink="false">${xml(id)}</guid>`,
    element("pubDate", publishedAt.toUTCString()),
    author === undefined ? "" : element("dc:creator", author),
    category === null ? "" : element("category", category),
    element("description", asHtml(summary)),
    "</item>",
  ].join("");
