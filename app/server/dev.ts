import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { createServer } from "vite";
import type * as EnvModule from "#app/env.server.ts";
import type * as RunModule from "./run.ts";

/** The site while it is being written: the same server, its modules loaded (and reloaded) by Vite. */
const vite = await createServer({ server: { middlewareMode: true } });
// Through Vite, so that server, routes and worker share one copy of every module, as in the bundle.
const { env } = (await vite.ssrLoadModule("/app/env.server.ts")) as typeof EnvModule;
const { run } = (await vite.ssrLoadModule("/app/server/run.ts")) as typeof RunModule;
const build = async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild;

const byVite = (incoming: IncomingMessage, outgoing: ServerResponse) =>
  new Promise<boolean>((resolve) => {
    outgoing.once("close", () => resolve(true));
    vite.middlewares(incoming, outgoing, () => resolve(false));
  });

await run({
  env: env(),
  up: true,
  render: createRequestHandler(build, "development"),
  clientFolder: "public",
  before: byVite,
});
