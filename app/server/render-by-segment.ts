import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Render } from "./app.ts";

type Routes = ServerBuild["routes"];

/**
 * Remix compares an address with every route there is, several times a request. The first segment says which of them can
 * fit at all, so each segment that routes name has a handler which knows those alone; any other is a district's, or the
 * front door.
 */
export function renderBySegment(build: ServerBuild): Render {
  const bySegment = new Map<string, string[]>();
  for (const id of Object.keys(build.routes)) {
    const segment = segmentOf(id, build.routes);
    bySegment.set(segment, [...(bySegment.get(segment) ?? []), id]);
  }
  const handlers = new Map(
    [...bySegment].map(([segment, ids]) => [segment, createRequestHandler(only(build, ids), "production")]),
  );
  const others = handlers.get("") ?? createRequestHandler(build, "production");
  return (request, context) => (handlers.get(askedSegment(request)) ?? others)(request, context);
}

/** As an address spells it; empty for what begins with a parameter or with nothing. */
function segmentOf(id: string, routes: Routes): string {
  const { parentId, path = "" } = routes[id] ?? {};
  if (parentId && parentId !== "root") return segmentOf(parentId, routes);
  const [first = ""] = path.split("/");
  return first.startsWith(":") ? "" : first.toLowerCase();
}

/** Routes match in any case and however an address is escaped; `.data` asks for a page's data. */
function askedSegment({ url }: Request): string {
  const [first = ""] = new URL(url).pathname.slice(1).split("/", 1);
  try {
    return decodeURIComponent(first)
      .toLowerCase()
      .replace(/\.data$/, "");
  } catch {
    return "";
  }
}

function only(build: ServerBuild, ids: readonly string[]): ServerBuild {
  const kept = new Set(["root", ...ids]);
  const keep = <T>(all: Record<string, T>) => Object.fromEntries(Object.entries(all).filter(([id]) => kept.has(id)));
  return { ...build, routes: keep(build.routes), assets: { ...build.assets, routes: keep(build.assets.routes) } };
}
