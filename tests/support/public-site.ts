import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { createRequestHandler } from "@remix-run/node";
import { pino } from "pino";
import { createSearch } from "#app/search/create-search.server.ts";
import * as entry from "#app/entry.server.tsx";
import * as root from "#app/root.tsx";
import type { Database } from "#db/database.ts";
import { startTestServer } from "./server.ts";

/** What readers and programs reach without an account. */
const modules = import.meta.glob<object>(
  "../../app/routes/{$district,$district.*,embed.*,api.*,go.*,sitemap*}/route.{ts,tsx}",
  { eager: true },
);
const folders = new Map(Object.entries(modules).map(([path, module]) => [path.split("/").at(-2) ?? "", module]));

/** `$district.feed[.]rss`, a route's folder, as Remix reads it: its layout, and its address below that. */
function routeOf(folder: string) {
  const parts = folder.split(/(?<!\[)\./);
  const outer = parts.map((_, at) => parts.slice(0, at).join(".")).findLast((name) => folders.has(name));
  const below = outer === undefined ? parts : parts.slice(outer.split(".").length);
  const named = below.filter((part) => part !== "_index");
  return {
    id: `routes/${folder}`,
    parentId: outer === undefined ? "root" : `routes/${outer}`,
    path:
      named.map((part) => part.replaceAll(/[[\]]/g, "").replace(/_$/, "").replace(/^\$/, ":")).join("/") || undefined,
    index: below.at(-1) === "_index" || undefined,
  };
}

const routes = [
  { id: "root", parentId: undefined, path: "", index: undefined, module: root },
  ...[...folders].map(([folder, module]) => ({ ...routeOf(folder), module })),
];
const byId = <T extends { id: string }>(all: T[]) => Object.fromEntries(all.map((each) => [each.id, each]));

const build = {
  mode: "production",
  routes: byId(routes),
  assets: {
    routes: byId(routes.map(({ module: _, ...route }) => ({ ...route, module: "", imports: [], css: [] }))),
    ...{ entry: { imports: [], module: "" }, url: "", version: "" },
  },
  entry: { module: entry },
  future: { v3_singleFetch: true, v3_relativeSplatPath: true, v3_throwAbortReason: true },
  isSpaMode: false,
  ...{ basename: "/", publicPath: "/", assetsBuildDirectory: "" },
} as unknown as ServerBuild;

/** The public site whole, as it is served: Remix, the page cache and the server around it. */
export function startPublicSite(database: { db: Database; url: string }) {
  const { db, url: databaseUrl } = database;
  const search = createSearch({ db, env: {}, log: pino({ level: "silent" }) });
  const handler = createRequestHandler(build, "production");
  const render = (request: Request, context: AppLoadContext) => handler(request, context);
  return startTestServer({ db, databaseUrl, search, render });
}
