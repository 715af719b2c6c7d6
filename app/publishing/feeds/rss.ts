/** RSS 2.0, as the RSS Advisory Board's profile has it. */
export interface Feed {
  title: string;
  description: string;
  /** The page it follows, and its own address; whole. */
  link: string;
  self: string;
  language: string;
  items: FeedItem[];
}

export interface FeedItem {
  /** Never changes, wherever the item moves. */
  guid: string;
  title: string;
  link: string;
  description: string;
  category: string | null;
  publishedAt: Date;
}

/** What XML 1.0 cannot hold in any spelling, lone surrogates among it. */
const NO_CHARACTER = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const xml = (text: string) => text.replace(NO_CHARACTER, "\uFFFD").replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);
const element = (name: string, text: string) => `<${name}>${xml(text)}</${name}>`;

/** Readers take a description for HTML: what was written as text is escaped for that too. */
const asHtml = (text: string) => text.replace(/[&<>]/g, (sign) => ESCAPES[sign]!);

export function rss({ title, description, link, self, language, items }: Feed): string {
  const newest = items.length > 0 ? new Date(Math.max(...items.map(({ publishedAt }) => publishedAt.getTime()))) : null;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    element("title", title),
    element("link", link),
    element("description", asHtml(description)),
    element("language", language),
    newest && element("lastBuildDate", newest.toUTCString()),
    `<atom:link href="${xml(self)}" rel="self" type="application/rss+xml"/>`,
    ...items.map(itemOf),
    "</channel></rss>\n",
  ]
    .filter((line) => line !== null)
    .join("\n");
}

const itemOf = ({ guid, title, link, description, category, publishedAt }: FeedItem) =>
  [
    "<item>",
    element("title", title),
    element("link", link),
    `<guid isPermaLink="false">${xml(guid)}</guid>`,
    element("pubDate", publishedAt.toUTCString()),
    category === null ? "" : element("category", category),
    element("description", asHtml(description)),
    "</item>",
  ].join("");
