import { element, empty, xml, XML_DECLARATION } from "../xml.ts";
import type { Feed, FeedItem } from "./feed.ts";

/** RFC 4287. Texts are of type `text`, which is what an element without a type holds. */
export function atom({ id, title, about, link, self, next, language, author, updatedAt, items }: Feed): string {
  return [
    XML_DECLARATION,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(language)}">`,
    element("id", id),
    element("title", title),
    element("subtitle", about),
    element("updated", updatedAt.toISOString()),
    `<author>${element("name", author.name)}${element("uri", author.url)}</author>`,
    empty("link", { rel: "alternate", type: "text/html", href: link }),
    empty("link", { rel: "self", type: "application/atom+xml", href: self }),
    next === null ? "" : empty("link", { rel: "next", type: "application/atom+xml", href: next }),
    ...items.map(entryOf),
    "</feed>\n",
  ].join("\n");
}

const entryOf = ({ id, title, link, summary, language, category, author, publishedAt, updatedAt }: FeedItem) =>
  [
    `<entry xml:lang="${xml(language)}">`,
    element("id", id),
    element("title", title),
    empty("link", { rel: "alternate", type: "text/html", href: link }),
    element("published", publishedAt.toISOString()),
    element("updated", updatedAt.toISOString()),
    author === undefined ? "" : `<author>${element("name", author)}</author>`,
    category === null ? "" : empty("category", { term: category }),
    element("summary", summary),
    "</entry>",
  ].join("");
