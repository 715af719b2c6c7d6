import { XMLParser, XMLValidator } from "fast-xml-parser";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it, test } from "vitest";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { FEED_FORMAT_NAMES } from "./feed-formats.ts";
import type { Feed } from "./feed.ts";
import { urnOf } from "./feed-id.server.ts";
import { writeFeed } from "./write-feed.ts";

const at = new Date("2027-01-04T15:30:00Z");
const later = new Date("2027-01-06T08:00:00Z");
const item = (n: number, text: string): Feed["items"][number] => ({
  id: `urn:uuid:${String(n).padStart(8, "0")}-0000-4000-8000-000000000000`,
  title: text,
  link: `https://list.example/riverbend/opportunities/x?a=${n}&b=2`,
  summary: text,
  language: "en",
  category: text,
  author: text,
  publishedAt: at,
  updatedAt: later,
});
const feedOf = (texts: string[]): Feed => ({
  id: "urn:uuid:00000000-0000-5000-8000-000000000000",
  title: texts.join(" "),
  about: texts.join(" "),
  link: "https://list.example/riverbend/opportunities?q=a&kind=Other",
  self: "https://list.example/riverbend/opportunities.rss?q=a&kind=Other",
  next: null,
  language: "en",
  author: { name: texts.join(" "), url: "https://list.example/riverbend" },
  updatedAt: later,
  items: texts.map((text, n) => item(n, text)),
});

/** As XML parsers hand it on: what XML cannot hold is replaced, and line ends are of one kind. */
const held = (text: string) =>
  text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\uFFFD").replace(/\r\n?/g, "\n");
/** XML is read without trimming, so that what was written can be compared. */
const parser = new XMLParser({ ignoreAttributes: false, trimValues: false, parseTagValue: false, isArray: isItem });
function isItem(name: string) {
  return name === "item" || name === "entry";
}
const NAUGHTY = [...NAUGHTY_STRINGS, "a ]]> b", "&amp; & &#0;", "\u2028", "<!--", "\uFFFE\uFFFF"];

describe("every naughty string comes through each format as text", () => {
  const written = (format: (typeof FEED_FORMAT_NAMES)[number]) => writeFeed(feedOf(NAUGHTY), format).text;

  test("RSS", () => {
    const text = written("rss");
    expect(XMLValidator.validate(text)).toBe(true);
    expect(text).not.toContain("<script");
    const items = (parser.parse(text) as { rss: { channel: { item: { title: string }[] } } }).rss.channel.item;
    expect(items.map(({ title }) => title.replace(/\r\n?/g, "\n"))).toEqual(NAUGHTY.map(held));
    expect(parseRssFeed(text).items).toHaveLength(NAUGHTY.length);
  });

  test("Atom", () => {
    const text = written("atom");
    expect(XMLValidator.validate(text)).toBe(true);
    expect(text).not.toContain("<script");
    const entries = (parser.parse(text) as { feed: { entry: { title: string }[] } }).feed.entry;
    expect(entries.map(({ title }) => title.replace(/\r\n?/g, "\n"))).toEqual(NAUGHTY.map(held));
    expect(parseAtomFeed(text).entries).toHaveLength(NAUGHTY.length);
  });

  test("JSON Feed", () => {
    const { items } = JSON.parse(written("json")) as { items: { title: string; content_text: string }[] };
    const wellFormed = NAUGHTY.map((text) => text.replace(/\p{Cs}/gu, "\uFFFD"));
    expect(items.map(({ title }) => title)).toEqual(wellFormed);
    expect(items.map((each) => each.content_text)).toEqual(wellFormed);
    expect(parseJsonFeed(written("json")).items).toHaveLength(NAUGHTY.length);
  });
});

/** What each specification asks of every feed, and of every item in it. */
const REQUIRED = [
  [
    "rss",
    "RSS 2.0 and the profile of its board",
    ["title", "link", "description"],
    ["title", "link", "guid", "pubDate"],
  ],
  ["atom", "RFC 4287, 4.1.1 and 4.1.2", ["id", "title", "updated", "author"], ["id", "title", "updated", "link"]],
  ["json", "JSON Feed 1.1", ["version", "title", "items"], ["id", "content_text"]],
] as const;

test.each(REQUIRED)("%s has what %s asks for, also with nothing in it", (format, _spec, ofFeed, ofItem) => {
  for (const texts of [["One", "Two"], []]) {
    const { text } = writeFeed(feedOf(texts), format);
    const { feed, items } = read(format, text);
    for (const name of ofFeed) expect([name, feed[name]]).toEqual([name, expect.anything()]);
    for (const each of items) for (const name of ofItem) expect([name, each[name]]).toEqual([name, expect.anything()]);
    expect(items).toHaveLength(texts.length);
  }
});

type Fields = Record<string, unknown>;
function read(format: (typeof FEED_FORMAT_NAMES)[number], text: string): { feed: Fields; items: Fields[] } {
  if (format === "json") {
    const feed = JSON.parse(text) as Fields & { items: Fields[] };
    return { feed, items: feed.items };
  }
  const parsed = parser.parse(text) as { rss?: { channel: Fields }; feed?: Fields };
  const feed = parsed.rss?.channel ?? parsed.feed ?? {};
  return { feed, items: (feed.item ?? feed.entry ?? []) as Fields[] };
}

it("says when things were said, which is not when it was asked", () => {
  const feed = feedOf(["One"]);
  const [rss, atom, json] = FEED_FORMAT_NAMES.map((format) => writeFeed(feed, format).text);
  expect(parseRssFeed(rss!)).toMatchObject({
    lastBuildDate: later.toUTCString(),
    items: [{ pubDate: at.toUTCString() }],
  });
  const updated = later.toISOString();
  const entry = { updated, published: at.toISOString(), id: feed.items[0]!.id };
  expect(parseAtomFeed(atom!)).toMatchObject({ updated, entries: [entry] });
  expect(JSON.parse(json!)).toMatchObject({ items: [{ date_modified: updated, date_published: at.toISOString() }] });
});

it("names what has no row by a UUID of version 5, as others do", () => {
  // The example of RFC 9562, appendix A.4.
  const dns = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
  expect(urnOf(dns, "www.example.com")).toBe("urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2");
});
