import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import type { Keys } from "#app/auth/keys.server.ts";
import { EnvError, type Env } from "#app/env.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import type { Database } from "#db/database.ts";
import { createApp, type AppParts, type Render } from "./app.ts";
import { doors } from "./doors.ts";
import { readiness } from "./health.ts";
import { followListVersions, type ListVersions } from "./list-versions.ts";
import { createListener, type ListenerParts } from "./listener.ts";
import { PageCache } from "./page-cache.ts";
import { contentSecurityPolicy, securityHeaders, type HeaderPair } from "./security-headers.ts";
import { loadStaticFiles } from "./static-files.ts";
import { ViewCounter } from "./view-counter.ts";

export interface ServerParts {
  env: Pick<Env, "mode" | "host" | "port" | "origin" | "demo" | "proxies" | "mail" | "issuers">;
  keys: Keys;
  db: Database;
  databaseUrl: string;
  search: RequestContext["search"];
  log: Logger;
  /** Remix's request handler, or a stand-in. */
  render: Render;
  /** Whether the database has every migration this code knows. */
  migrationsComplete: () => Promise<boolean>;
  /** Folder of what browsers load. */
  clientFolder: string;
  /** Addresses of the site's style sheets. */
  styles?: string[];
  deadlines?: AppParts["deadlines"];
  before?: ListenerParts["before"];
  /** Milliseconds between "not ready" and closed doors, for whoever sends requests here to notice. */
  drainNotice?: number;
}

export interface RunningServer {
  /** As readers reach it. */
  url: string;
  /** As this machine reaches it. */
  local: string;
  versions: ListVersions;
  pages: PageCache;
  /** Says it is not ready, closes the doors, lets requests under way finish; at most seven seconds. */
  stop(): Promise<void>;
}

const LONGEST_REQUEST_MS = 5_500;

export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { env, db, search, log, render, styles = [] } = parts;
  const https = env.origin?.startsWith("https://") ?? false;
  const policy = { https, development: env.mode === "development" };
  const security: HeaderPair[] = [
    ...securityHeaders(policy),
    ["Content-Security-Policy", contentSecurityPolicy(policy)],
  ];
  const versions = followListVersions(parts.databaseUrl);
  // While developing, a page changes with its code, which no list version tells.
  const known = policy.development ? { ...versions, current: () => null } : versions;
  const pages = new PageCache({ versions: known, security });
  let draining = false;
  const isDraining = () => draining;
  const app = createApp({
    render,
    pages,
    policy,
    log,
    styles,
    deadlines: parts.deadlines,
    proxies: env.proxies,
    shared: {
      db,
      search,
      keys: parts.keys,
      secureCookies: https,
      demoAllowed: env.demo,
      issuers: env.issuers,
      outbox: env.mail.outboxShown,
      webhookSecret: (env.mail.route.by === "resend" && env.mail.route.webhookSecret) || null,
    },
    readiness: readiness({ db, isDraining, migrationsComplete: parts.migrationsComplete }),
  });
  const views = new ViewCounter(db, log);
  const server = createListener({
    views,
    app,
    pages,
    policy,
    styles,
    isDraining,
    files: loadStaticFiles(parts.clientFolder, security),
    doorOf: doors({ origin: env.origin, development: env.mode !== "production", districtAt: versions.districtAt }),
    before: parts.before,
  });
  await versions.asked;
  const port = await opened(server, env.port, env.host).catch(async (error: NodeJS.ErrnoException) => {
    await Promise.all([versions.stop(), views.stop()]);
    throw error.code === "EADDRINUSE" ? new EnvError(`Port ${env.port} is taken: set PORT to another one.`) : error;
  });
  const stop = async () => {
    draining = true;
    await new Promise((resolve) => setTimeout(resolve, parts.drainNotice ?? 0));
    await closed(server);
    await views.stop();
    await versions.stop();
  };
  const local = `http://localhost:${port}`;
  return { url: env.origin ?? local, local, versions, pages, stop: once(stop) };
}

function opened(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

async function closed(server: Server): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  // Connections that become idle after the doors closed would otherwise stay for their keep-alive time.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const patience = setTimeout(() => server.closeAllConnections(), LONGEST_REQUEST_MS);
  await done;
  clearInterval(idle);
  clearTimeout(patience);
}

/** Ctrl-C twice stops once. */
function once(work: () => Promise<void>): () => Promise<void> {
  let promise: Promise<void> | undefined;
  return () => (promise ??= work());
}
