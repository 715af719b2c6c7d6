import http, { type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { ALLOWED_METHODS, admit, isKnownMethod, readTarget, scanHeaders } from "./admission.ts";
import type { createApp } from "./app.ts";
import { negotiate } from "./compression.ts";
import { leadsOut, NO_DOOR, type Door } from "./doors.ts";
import { asksForPrograms, preflightHeaders } from "./for-programs.ts";
import type { PageCache } from "./page-cache.ts";
import { send } from "./prepared.ts";
import { pageRefusals, problemRefusals, type Refuse } from "./refusals.ts";
import { contentSecurityPolicy, securityHeaders, type HeaderPair, type SecurityPolicy } from "./security-headers.ts";
import type { StaticFiles } from "./static-files.ts";
import type { ViewCounter } from "./view-counter.ts";

export interface ListenerParts {
  app: ReturnType<typeof createApp>;
  pages: PageCache;
  files: StaticFiles;
  policy: SecurityPolicy;
  styles: string[];
  /** Null: a name that is not ours. */
  doorOf: (host: string) => Door | null;
  isDraining: () => boolean;
  views: Pick<ViewCounter, "count">;
  /** Sees admitted requests before anyone else: Vite while developing. True: it answers. */
  before?: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<boolean>;
}

/** Slow senders are cut off: they may hold a socket, not a worker. */
const LIMITS = {
  // Counted here, so that its refusal carries the headers every answer has.
  requireHostHeader: false,
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 75_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 2_000,
};
const HEALTH = /^\/health\/(live|ready)$/;

/**
 * The HTTP server. Built files and cached pages are answered here, at the price of a bare `node:http` answer; the
 * rest goes through Hono. Whatever is refused, also by Node's parser, carries the security headers.
 */
export function createListener(parts: ListenerParts): Server {
  const { app, pages, files, policy, views, doorOf } = parts;
  const fixed: HeaderPair[] = [...securityHeaders(policy), ["Content-Security-Policy", contentSecurityPolicy(policy)]];
  const answer = getRequestListener((request, env) => app.fetch(request, env));
  const preflight = preflightHeaders(fixed);
  const refusePage = pageRefusals(fixed, parts.styles);

  const server = http.createServer(LIMITS, (incoming, outgoing) => {
    const raw = incoming.url ?? "/";
    const { host, hosts: hostCount, acceptEncoding, userAgent, ...held } = scanHeaders(incoming.rawHeaders);
    const reads = incoming.method !== "POST";
    if (parts.isDraining()) outgoing.setHeader("Connection", "close");
    // A load balancer asks for health by the machine's address.
    const door = doorOf(host) ?? (HEALTH.test(raw) ? NO_DOOR : null);
    const isSite = door?.district === null;
    const programsAt = () => (isSite && asksForPrograms(raw) ? door.origin : null);
    const refuse: Refuse = (...refused) => {
      const origin = programsAt();
      return (origin === null ? refusePage : problemRefusals(fixed, origin))(...refused);
    };
    if (incoming.method === "OPTIONS" && programsAt() !== null)
      return void outgoing.writeHead(204, preflight.flat()).end();
    if (!isKnownMethod(incoming.method)) return refuse(outgoing, { status: 405 });
    if (hostCount !== 1 || !door) return refuse(outgoing, { status: 400 });
    const sendHit = () => {
      const hit = reads ? pages.hit(door.pagesOf + raw, acceptEncoding) : undefined;
      if (!hit) return false;
      if (incoming.method === "GET") views.count(raw, userAgent);
      send(outgoing, hit, held, incoming.method === "GET");
      return true;
    };
    if (isSite && sendHit()) return;
    const target = readTarget(raw);
    if (!target.ok) return refuse(outgoing, target.refusal);
    const file = files.get(target.value.pathname, negotiate(acceptEncoding));
    if (file && !reads) return refuse(outgoing, { status: 405 }, "GET, HEAD");
    if (file) return send(outgoing, file, held, incoming.method === "GET");
    const out = leadsOut(door, { ...target.value, raw }, reads);
    if (out) return refuse(outgoing, out);
    if (!isSite && sendHit()) return;
    admit(incoming, target.value, door);
    if (incoming.method === "GET") outgoing.once("finish", () => wasFound(outgoing) && views.count(raw, userAgent));
    if (!parts.before) return void answer(incoming, outgoing);
    void parts.before(incoming, outgoing).then((answered) => (answered ? undefined : answer(incoming, outgoing)));
  });

  server.on("checkExpectation", (_incoming, outgoing: ServerResponse) => {
    outgoing.writeHead(417, [...fixed, ["Connection", "close"]].flat()).end();
  });
  server.on("connect", (_incoming, socket: Duplex) => sayAndClose(socket, 405, [...fixed, ["Allow", ALLOWED_METHODS]]));
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
    sayAndClose(socket, parserStatus(error.code), fixed);
  });
  return server;
}

const wasFound = ({ statusCode }: ServerResponse) => statusCode === 200 || statusCode === 304;

function parserStatus(code: string | undefined): number {
  if (code === "HPE_HEADER_OVERFLOW") return 431;
  if (code === "HPE_CHUNK_EXTENSIONS_OVERFLOW") return 413;
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
}

function sayAndClose(socket: Duplex, status: number, headers: HeaderPair[]) {
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  const reason = http.STATUS_CODES[status] ?? "";
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${lines.join("\r\n")}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
