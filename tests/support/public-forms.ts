import { setTimeout as pause } from "node:timers/promises";
import type ICAL from "ical.js";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { expect } from "vitest";
import type { Database } from "#db/database.ts";
import { printWaiting } from "./print-jobs.ts";
import { elementsOf, readHtml, textOf, type Element } from "./read-html.ts";
import { contentOf, nodesOf, readPdf } from "./read-pdf.ts";
import type { TestServer } from "./server.ts";

/** A listing as a form tells it: by the last part of its page's address, and by its title. */
export const told = (address: string | undefined, title: string | undefined) =>
  `${slugOf(address)} ${squeezed(title ?? "")}`;
export const slugOf = (address: string | undefined) =>
  /\/opportunities\/([^/?#]+)$/.exec(address ?? "")?.[1] ?? `not a listing: ${address}`;
export const squeezed = (text: string) => text.replace(/\s+/g, " ").trim();

export interface ToldSection {
  name: string;
  /** Sorted. */
  titles: string[];
}

/** The forms of a list for people, search engines and subscribers, read back by programs that know nothing of us. */
export function readingPublicForms(site: () => TestServer, database: { readonly db: Database }) {
  async function get(address: string): Promise<Response> {
    const path = address.replace(/^http:\/\/[^/]+/, "");
    // A connection that lay idle while a booklet was read back is closed meanwhile.
    return site()
      .get(path)
      .catch(() => site().get(path));
  }
  async function read(address: string): Promise<Response> {
    const answer = await get(address);
    expect([address, answer.status]).toEqual([address, 200]);
    return answer;
  }
  const text = async (address: string) => (await read(address)).text();
  const page = async (address: string) => readHtml(await text(address));
  /** To the last, as a reader turns them. */
  async function pages(address: string): Promise<Element[]> {
    const turned: Element[] = [];
    for (let next: string | undefined = address; next;) {
      const shown = await page(next);
      turned.push(shown);
      next = elementsOf(shown, "a").find(({ attributes }) => attributes.rel === "next")?.attributes.href;
    }
    return turned;
  }
  return {
    ...{ get, text, page, pages },

    /** To its end, which every format tells in its own way. */
    async feed(format: keyof typeof FEEDS, address: string) {
      const items: FeedItem[] = [];
      let parts = 0;
      for (let next: string | undefined = address; next; parts++) {
        const part: FeedPart = FEEDS[format](await text(next));
        items.push(...part.items);
        next = part.next;
      }
      return { items, parts };
    },

    /** The cards of every page of a search. */
    cards: async (address: string): Promise<string[]> => (await pages(address)).flatMap(cardsOf),

    /** As HTML has it, a script ends where its end tag is first written. */
    async structuredData(address: string) {
      const scripts = (await text(address)).matchAll(/<script type="application\/ld\+json">(.*?)<\/script/gs);
      return [...scripts].map(([, json = ""]) => JSON.parse(json) as Record<string, unknown>);
    },

    /** A district's pages, by the files that the site's own names. */
    async sitemap(district: string) {
      const parse = async (address: string) => SITEMAP.parse(await text(address)) as Sitemap;
      const { sitemapindex } = await parse("/sitemap.xml");
      const files = sitemapindex!.sitemap.map(({ loc }) => loc).filter((loc) => loc.includes(`/${district}/`));
      return (await Promise.all(files.map(parse))).flatMap(({ urlset }) => urlset!.url);
    },

    async plain(address: string): Promise<ToldSection[]> {
      const [, ...parts] = (await text(address)).split(/\n\n\n(?=\S)/);
      return parts.map((part) => {
        const [head = "", ...entries] = part.split(/^\*/m);
        return { name: squeezed(head.replace(/^-+$/m, "")), titles: entries.map(squeezed) };
      });
    },

    /** Printed when need be; a program comes again when it is told to. */
    async booklet(address: string) {
      for (let tries = 0; tries < 20; tries++) {
        const asked = get(address);
        for (let waiting = true; waiting;) {
          waiting = (await Promise.race([asked.then(() => "done"), pause(50)])) !== "done";
          await printWaiting(database.db, { origin: site().url });
        }
        const answer = await asked;
        if (answer.status === 200) return paperOf(await readPdf(new Uint8Array(await answer.arrayBuffer())));
        expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"]);
      }
      throw new Error(`${address} was never printed`);
    },
  };
}

type FeedItem = Record<"link" | "title" | "id", string | undefined>;
interface FeedPart {
  items: FeedItem[];
  next: string | undefined;
}
type Links = { rel?: string; href?: string }[] | undefined;
const linkOf = (rel: string, links: Links) => links?.find((link) => link.rel === rel)?.href;

const FEEDS = {
  rss(text: string) {
    expect(XMLValidator.validate(text)).toBe(true);
    const { items = [], atom } = parseRssFeed(text);
    const own = items.map(({ link, title, guid }): FeedItem => ({ link, title, id: guid?.value }));
    return { items: own, next: linkOf("next", atom?.links) };
  },
  atom(text: string) {
    expect(XMLValidator.validate(text)).toBe(true);
    const { entries = [], links } = parseAtomFeed(text);
    const own = entries.map(({ title, id, links }): FeedItem => ({ title, id, link: linkOf("alternate", links) }));
    return { items: own, next: linkOf("next", links) };
  },
  "feed.json"(text: string) {
    const { items = [], next_url: next } = parseJsonFeed(text);
    return { items: items.map(({ url: link, title, id }): FeedItem => ({ link, title, id })), next };
  },
};

const SITEMAP = new XMLParser({ isArray: (name) => ["url", "sitemap"].includes(name) });
interface Sitemap {
  sitemapindex?: { sitemap: { loc: string }[] };
  urlset?: { url: { loc: string; lastmod?: string }[] };
}

export const cardsOf = (page: Element): string[] =>
  elementsOf(page, "article").map((card) => {
    const [link] = elementsOf(elementsOf(card, "h3")[0]!, "a");
    return told(link!.attributes.href, textOf(link!));
  });

export interface PaperSection extends ToldSection {
  /** Listings that stand in an earlier section, named again; a long title is cut. */
  again: string[];
}

/** What stands under each heading, in the order of its pages. */
function paperOf(pdf: Awaited<ReturnType<typeof readPdf>>) {
  const sections: PaperSection[] = [];
  for (const { structure, said } of pdf.pages)
    for (const node of nodesOf(structure)) {
      const text = squeezed(
        contentOf(node)
          .map((id) => said.get(id) ?? "")
          .join(" "),
      );
      const [, again] = (node.role === "Link" && /^(.*?)…? See page \d+$/.exec(text)) || [];
      if (node.role === "H2") sections.push({ name: text, titles: [], again: [] });
      if (node.role === "H3") sections.at(-1)?.titles.push(text);
      if (again !== undefined) sections.at(-1)?.again.push(again);
    }
  // How to use it and what is in it.
  return { pdf, sections: sections.slice(2) };
}

/** What search engines ask of a thing of each type, and what of it is not there. */
export function missingFrom(node: Record<string, unknown>): string[] {
  const type = String(node["@type"]);
  const asked = ASKED[type] ?? [`a type that is known, not ${type}`];
  return ["@context", ...asked].filter((names) => !names.split("|").some((name) => node[name] != null));
}

const ASKED: Record<string, string[]> = {
  JobPosting: [
    ...["title", "description", "datePosted", "hiringOrganization", "employmentType"],
    ...["jobLocation|jobLocationType", "directApply", "url", "identifier"],
  ],
  EducationalOccupationalProgram: ["name", "description", "provider", "url"],
  WorkBasedProgram: ["name", "description", "provider", "url"],
  BreadcrumbList: ["itemListElement"],
};

/** What the clocks of a zone show when an event begins, each once, over two years: also when they were changed between. */
export function clockTimesOf(event: ICAL.Event, timeZone: string): string[] {
  const clock = new Intl.DateTimeFormat("en-US", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const times = new Set<string>();
  const all = event.iterator();
  const last = event.startDate.toJSDate().getTime() + 730 * 86_400_000;
  for (let start = all.next(); start && start.toJSDate().getTime() < last; start = all.next())
    times.add(clock.format(start.toJSDate()));
  return [...times];
}
