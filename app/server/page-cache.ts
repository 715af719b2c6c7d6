import type { IncomingMessage } from "node:http";
import { LRUCache } from "lru-cache";
import type { Admission } from "./admission.ts";
import { cacheableTarget, type CacheableTarget } from "./cacheable-pages.ts";
import { compress, isCompressible, negotiate, type Encoding } from "./compression.ts";
import type { ListState, ListVersions } from "./list-versions.ts";
import { isForPrograms, openedHeaders } from "./for-programs.ts";
import { digestOf, isUnchanged, prepare, type Prepared } from "./prepared.ts";
import { FOR_OTHER_SITES, withOwn, type HeaderPair } from "./security-headers.ts";

/**
 * Finished public pages. One belongs to an address, a language, a version of the district's list and a day of the
 * district: when any of them is another, it is rendered anew. A change raises the version twice: when it is committed,
 * and when the search index has followed it. Pages are rendered from a request without cookies, so
 * nothing personal can be in them. A route opts in by the header `X-Page-Cache: public`, which never leaves the server.
 */
export const PAGE_CACHE_HEADER = "X-Page-Cache";

interface Page extends ListState {
  content: Buffer;
  type: string;
  digest: string;
  /** When the route first said this; null: it does not say. */
  modified: string | null;
  /** What else the route says that belongs to the page. */
  own: HeaderPair[];
  /** Made when first asked for. */
  variants: Partial<Record<Encoding, Prepared>>;
  bytes: number;
  renderedAt: number;
}

/** What was rendered and may not be kept: every waiter gets a response of its own from it. */
interface Passing {
  status: number;
  headers: [string, string][];
  content: Buffer;
}

export interface PageCacheOptions {
  versions: Pick<ListVersions, "current" | "isList">;
  security: HeaderPair[];
  maxBytes?: number;
}

const MAX_BYTES = 64 * 1024 * 1024;
/** What the page of an address costs beside its text; a few suggestions are smaller than that. */
const OVERHEAD_BYTES = 2_000;
const MAX_SPELLINGS = 10_000;
/** A page also says things like "closes in 9 days": it is rendered anew now and then even if nothing changed. */
const LONGEST_MS = 10 * 60_000;
const OWN_HEADERS = ["Link", "Content-Disposition", "Content-Security-Policy", FOR_OTHER_SITES[0]];
const CACHE_CONTROL = "public, max-age=0, must-revalidate";

export class PageCache {
  readonly #versions: PageCacheOptions["versions"];
  readonly #security: HeaderPair[];
  readonly #pages: LRUCache<string, Page>;
  /** Request targets as sent, and the page they mean. */
  readonly #spellings = new LRUCache<string, CacheableTarget>({ max: MAX_SPELLINGS });
  readonly #rendering = new Map<string, Promise<Page | Passing>>();

  constructor({ versions, security, maxBytes = MAX_BYTES }: PageCacheOptions) {
    this.#versions = versions;
    this.#security = security;
    this.#pages = new LRUCache<string, Page>({ maxSize: maxBytes, sizeCalculation: (page) => page.bytes });
  }

  get size() {
    return { pages: this.#pages.size, bytes: this.#pages.calculatedSize };
  }

  /** The quick way: a request target seen before, whose page is there in the right encoding. */
  hit(raw: string, acceptEncoding: string): Prepared | undefined {
    const target = this.#spellings.get(raw);
    if (!target) return undefined;
    const state = this.#versions.current(target.list);
    return state ? this.#fresh(target.key, state)?.variants[negotiate(acceptEncoding)] : undefined;
  }

  /** Whether this is a page the cache may hold; such a page is rendered by its normalized address. */
  target(admission: Admission): CacheableTarget | null {
    return cacheableTarget(admission, (list) => this.#versions.isList(list));
  }

  async answer(
    target: CacheableTarget,
    incoming: Pick<IncomingMessage, "headers">,
    render: (request: Request) => Promise<Response>,
  ): Promise<Response> {
    const state = this.#versions.current(target.list);
    const request = () => anonymousRequest(target.address, incoming.headers.host ?? "localhost");
    if (!state) return passOn(await finish(await render(request())));
    const kept = this.#fresh(target.key, state);
    const page = kept ?? (await this.#renderOnce(target, { ...state }, () => render(request())));
    if (!("variants" in page)) return passOn(page);
    this.#spellings.set(target.raw, target);
    const prepared = await this.#variant(target, page, negotiate(incoming.headers["accept-encoding"] ?? ""));
    const { "if-none-match": ifNoneMatch = "", "if-modified-since": ifModifiedSince = "" } = incoming.headers;
    const unchanged = isUnchanged(prepared, { ifNoneMatch, ifModifiedSince });
    if (unchanged) return new Response(null, { status: 304, headers: pairs(prepared.notModifiedHeaders) });
    return new Response(new Uint8Array(prepared.body), { status: 200, headers: pairs(prepared.headers) });
  }

  #fresh(key: string, state: ListState): Page | undefined {
    const page = this.#pages.get(key);
    if (!page || page.version !== state.version || page.date !== state.date) return undefined;
    return Date.now() - page.renderedAt < LONGEST_MS ? page : undefined;
  }

  /** However many ask at once, one renders. The version is the one known before: the page can only be newer. */
  #renderOnce(target: CacheableTarget, state: ListState, render: () => Promise<Response>): Promise<Page | Passing> {
    const flight = `${state.version} ${state.date} ${target.key}`;
    let rendering = this.#rendering.get(flight);
    if (!rendering) {
      rendering = this.#render(target, state, render).finally(() => this.#rendering.delete(flight));
      this.#rendering.set(flight, rendering);
    }
    return rendering;
  }

  async #render(target: CacheableTarget, state: ListState, render: () => Promise<Response>): Promise<Page | Passing> {
    const response = await render();
    const { content, ...rest } = await finish(response);
    const { headers, status } = response;
    const cacheable = status === 200 && headers.get(PAGE_CACHE_HEADER) === "public" && !headers.has("set-cookie");
    if (!cacheable) return { content, ...rest };
    const type = headers.get("content-type") ?? "text/html; charset=utf-8";
    const digest = digestOf(content);
    const earlier = this.#pages.peek(target.key);
    const modified = earlier?.digest === digest ? earlier.modified : headers.get("last-modified");
    const own = OWN_HEADERS.flatMap((name): HeaderPair[] => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    });
    const made = { own, variants: {}, bytes: content.length + OVERHEAD_BYTES, renderedAt: Date.now() };
    const page: Page = { ...state, content, type, digest, modified, ...made };
    this.#pages.set(target.key, page);
    return page;
  }

  async #variant({ key, address }: CacheableTarget, page: Page, asked: Encoding): Promise<Prepared> {
    const ready = page.variants[asked];
    if (ready) return ready;
    const encoding = isCompressible(page.type) ? asked : "identity";
    const body = await compress(page.content, encoding);
    const { digest, type, modified, own } = page;
    const security = isForPrograms(address.split("?", 1)[0]!) ? openedHeaders(this.#security) : this.#security;
    const shared = { cacheControl: CACHE_CONTROL, security: withOwn(security, own) };
    const prepared = prepare({ body, encoding, digest, type, modified, ...shared });
    if (!page.variants[asked]) {
      page.variants[asked] = prepared;
      if (encoding !== "identity") page.bytes += body.length;
      // Put again, so that its size is counted anew.
      if (this.#pages.peek(key) === page) {
        this.#pages.delete(key);
        this.#pages.set(key, page);
      }
    }
    return prepared;
  }
}

const anonymousRequest = (address: string, host: string) =>
  new Request(`http://${host}${address}`, { headers: { host, accept: "text/html" } });

async function finish(response: Response): Promise<Passing> {
  const content = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: [...response.headers], content };
}

function passOn({ status, headers, content }: Passing): Response {
  const copy = new Headers(headers);
  if (copy.get(PAGE_CACHE_HEADER) === "public" && status === 200) copy.set("Cache-Control", CACHE_CONTROL);
  const bodiless = status === 304 || status === 204 || content.length === 0;
  return new Response(bodiless ? null : new Uint8Array(content), { status, headers: copy });
}

function pairs(flat: string[]): [string, string][] {
  const result: [string, string][] = [];
  for (let i = 0; i < flat.length; i += 2) result.push([flat[i] ?? "", flat[i + 1] ?? ""]);
  return result;
}
