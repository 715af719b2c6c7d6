import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { AppLoadContext } from "@remix-run/node";
import { Hono } from "hono";
import type { Logger } from "pino";
import type { RequestContext } from "#app/http/load-context.ts";
import type { SearchPage } from "#app/search/search-index.ts";
import { admissionOf, type Admission } from "./admission.ts";
import { compressed } from "./compression.ts";
import { unlessHeld } from "./prepared.ts";
import { faultDocument } from "./fault-page.tsx";
import { describe, notedFault } from "./faults.ts";
import type { Readiness } from "./health.ts";
import { isForPrograms, openedHeaders } from "./for-programs.ts";
import { isOwnForm } from "./origin-check.ts";
import { machineRoute } from "./machine-routes.ts";
import { PAGE_CACHE_HEADER, type PageCache } from "./page-cache.ts";
import { programRequests } from "./program-requests.ts";
import { readersAddress } from "./readers-address.ts";
import { bodyLimits, checkBody, receiveBody, type Body } from "./request-body.ts";
import {
  contentSecurityPolicy,
  FOR_OTHER_SITES,
  FRAMED_BY_HEADER,
  securityHeaders,
  type SecurityPolicy,
} from "./security-headers.ts";
import { Uploads } from "./uploads.ts";

/** Remix's request handler, or a stand-in. */
export type Render = (request: Request, context: AppLoadContext) => Promise<Response>;
export type Bindings = { incoming: IncomingMessage };

export interface AppParts {
  render: Render;
  pages: PageCache;
  readiness: () => Promise<Readiness>;
  /** What every request shares. */
  shared: Pick<
    RequestContext,
    "db" | "search" | "keys" | "secureCookies" | "demoAllowed" | "outbox" | "issuers" | "webhookSecret"
  >;
  /** Proxies of ours in front of this server. */
  proxies: number;
  policy: SecurityPolicy;
  log: Logger;
  /** Addresses of the site's style sheets, for pages that are drawn without Remix. */
  styles: string[];
  /** Milliseconds until a request is answered 503; one that brings a file may take `upload`. */
  deadlines?: { page: number; upload: number };
}

const DEADLINES = { page: 4_500, upload: 60_000 };
/** Vite compiles a page when it is first asked for. */
const DEVELOPMENT_DEADLINES = { page: 60_000, upload: 60_000 };
const RETRY_AFTER_SECONDS = "5";

/** Everything behind the listener's first look: health, the checks of a form, and the pages. */
export function createApp(parts: AppParts): Hono<{ Bindings: Bindings; Variables: { nonce: string } }> {
  const app = new Hono<{ Bindings: Bindings; Variables: { nonce: string } }>();
  const fixed = securityHeaders(parts.policy);
  const opened = openedHeaders(fixed);
  const deadlines = parts.deadlines ?? (parts.policy.development ? DEVELOPMENT_DEADLINES : DEADLINES);
  const publicPolicy = contentSecurityPolicy(parts.policy);
  const uploads = new Uploads();

  app.use(async (c, next) => {
    const admission = admissionOf(c.env.incoming);
    await next();
    const { headers, status } = c.res;
    headers.delete(PAGE_CACHE_HEADER);
    if (admission.door.district !== null) headers.delete("set-cookie");
    const said = isForPrograms(admission.pathname) ? opened : fixed;
    for (const [name, value] of said) if (!headers.has(name)) headers.set(name, value);
    if (!headers.has("content-security-policy")) headers.set("Content-Security-Policy", publicPolicy);
    if (!headers.has("cache-control")) headers.set("Cache-Control", "no-store");
    headers.set("X-Request-Id", admission.requestId);
    parts.log.info(accessLine(c.env.incoming, admission, status), "request");
  });
  app.use(programRequests(parts));
  app.onError((error, c) => {
    const admission = admissionOf(c.env.incoming);
    parts.log.error({ requestId: admission.requestId, ...describe(error) }, "request failed");
    return fault(admission, 500);
  });

  app.get("/health/live", (c) => c.json({ live: true }));
  app.get("/health/ready", async (c) => {
    const state = await parts.readiness();
    return c.json(state, state.ready ? 200 : 503);
  });
  app.all("/health/*", (c) => c.json({ error: "not found" }, c.req.method === "POST" ? 405 : 404));

  app.get("*", async (c) => {
    const admission = admissionOf(c.env.incoming);
    const cacheable = parts.pages.target(admission);
    const response = cacheable
      ? await parts.pages.answer(cacheable, c.env.incoming, (request) => page(request, c.env.incoming, ""))
      : await page(c.req.raw, c.env.incoming, nonce());
    return unlessHeld(
      await compressed(response, c.req.header("accept-encoding") ?? ""),
      c.req.header("if-none-match") ?? "",
    );
  });

  app.post("*", async (c) => {
    const admission = admissionOf(c.env.incoming);
    const machine = machineRoute(admission.pathname) !== undefined;
    if (!machine && !isOwnForm(c.req.raw.headers, admission.door.formsFrom)) return fault(admission, 403);
    const { incoming } = c.env;
    const limits = bodyLimits(admission.pathname);
    const bytes = await receiveBody(incoming, limits, uploads);
    if (typeof bytes === "number") return fault(admission, bytes, undefined, true);
    const answer = async () => {
      const body = await checkBody(bytes, incoming, limits);
      if (!body.ok) return fault(admission, body.status);
      const request = postedRequest(incoming, c.req.raw.signal, bytes, machine);
      return page(request, incoming, nonce(), body);
    };
    const response = await (limits.upload
      ? uploads.inTurn(answer).finally(() => uploads.release(bytes.length))
      : answer());
    return compressed(response, c.req.header("accept-encoding") ?? "");
  });

  /** Renders within the deadline; what was thrown meanwhile becomes a fault page. An empty nonce: no script of a page's own. */
  async function page(request: Request, incoming: IncomingMessage, pageNonce: string, body?: Body): Promise<Response> {
    const admission = admissionOf(incoming);
    const log = parts.log.child({ requestId: admission.requestId });
    const { now, locale, requestId, door } = admission;
    let degraded = false;
    const search = heard(parts.shared.search, (answer) => (degraded ||= answer.degraded));
    const address = readersAddress(incoming, parts.proxies);
    const own = { search, now, locale, nonce: pageNonce, requestId, address, origin: door.origin, log };
    const context: AppLoadContext = { ...parts.shared, ...own };
    const { page: short, upload } = deadlines;
    const milliseconds = bodyLimits(admission.pathname).milliseconds > 10_000 ? upload : short;
    const response = await withDeadline(milliseconds, parts.render(request, context));
    const noted = notedFault(context);
    const form = body?.ok && !admission.pathname.endsWith(".data") ? body.form : undefined;
    if (response === "late" || noted === "later") return fault(admission, 503, form);
    if (response.status === 401 && form) return fault(admission, 401, form);
    if (noted === "bug") return fault(admission, 500);
    // Who followed a link to a file that is not there gets a page; programs get the bare status.
    if (isMissing(response) && incoming.headers.accept?.includes("text/html")) return fault(admission, response.status);
    // What the fallback answered is for this reader only: the first engine may be back for the next one.
    if (degraded) response.headers.delete(PAGE_CACHE_HEADER);
    const framedBy = response.headers.get(FRAMED_BY_HEADER);
    if (framedBy !== null) {
      response.headers.delete(FRAMED_BY_HEADER);
      response.headers.set("Content-Security-Policy", contentSecurityPolicy(parts.policy, { framedBy }));
      response.headers.set(...FOR_OTHER_SITES);
    }
    // A page that shows a mail brings a policy of its own.
    else if (pageNonce && !response.headers.has("content-security-policy"))
      response.headers.set("Content-Security-Policy", contentSecurityPolicy(parts.policy, { nonce: pageNonce }));
    return response;
  }

  function fault(admission: Admission, status: number, form?: FormData, isCut = false): Response {
    const { locale, requestId: reference, pathname, search } = admission;
    const again = form && { action: pathname + search, form };
    const headers = new Headers({ "Content-Type": "text/html; charset=utf-8" });
    if (status === 503) headers.set("Retry-After", RETRY_AFTER_SECONDS);
    // What remains of a body nobody reads must not be taken for the next request.
    if (isCut) headers.set("Connection", "close");
    const shown = status === 500 ? reference : undefined;
    const page = faultDocument({ status, locale, again, styles: parts.styles, reference: shown });
    return new Response(page, { status, headers });
  }

  return app;
}

const isMissing = ({ status, body }: Response) => body === null && (status === 404 || status === 410);

/** The same engine for one page; `hear` is told every answer. */
function heard(search: RequestContext["search"], hear: (answer: SearchPage) => void): RequestContext["search"] {
  const ask = search.forOnePage?.() ?? search.search.bind(search);
  return {
    ...search,
    async search(criteria) {
      const answer = await ask(criteria);
      hear(answer);
      return answer;
    },
  };
}

const nonce = () => randomBytes(16).toString("base64");

function postedRequest(incoming: IncomingMessage, signal: AbortSignal, bytes: Buffer, machine: boolean): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (name === "origin" || name === "x-forwarded-host" || name === "transfer-encoding" || name === "expect") continue;
    if (machine && name === "cookie") continue;
    if (typeof value === "string") headers.set(name, value);
  }
  const url = `http://${incoming.headers.host}${incoming.url}`;
  return new Request(url, { method: "POST", headers, body: bytes as Uint8Array<ArrayBuffer>, signal });
}

async function withDeadline<T>(milliseconds: number, work: Promise<T>): Promise<T | "late"> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<"late">((resolve) => (timer = setTimeout(resolve, milliseconds, "late" as const)));
  // Given up on, it may still fail: nobody is left to hear it.
  work.catch(() => {});
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** A link's token opens what the link opens: `keys.sign` makes 54 characters. */
const withoutTokens = (pathname: string) => pathname.replace(/\/[\w-]{54}(?=\/|\.(data|ics)$|$)/g, "/[token]");

function accessLine(incoming: IncomingMessage, admission: Admission, status: number) {
  const { requestId, pathname, locale, now } = admission;
  return {
    requestId,
    method: incoming.method,
    path: withoutTokens(pathname),
    locale,
    status,
    ms: Date.now() - now.getTime(),
  };
}
