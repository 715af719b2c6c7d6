import * as build from "virtual:remix/server-build";
import { EnvError, env } from "#app/env.server.ts";
import { en } from "#app/i18n/catalogs/en.ts";
import { registerPseudoLocale } from "#app/i18n/pseudo-locale.ts";
import { renderBySegment } from "./render-by-segment.ts";
import { run } from "./run.ts";

/** What `build/server/main.js` does: serves the built site until it is told to stop. */
try {
  if (env().pseudoLocale) registerPseudoLocale(en);
  await run({
    env: env(),
    render: renderBySegment(build),
    clientFolder: "build/client",
    styles: build.assets.routes.root?.css ?? [],
    up: process.argv.includes("--up"),
  });
} catch (error) {
  // A wrong environment is the operator's to correct: the reason, without a stack.
  console.error(error instanceof EnvError ? error.message : error);
  process.exit(1);
}
