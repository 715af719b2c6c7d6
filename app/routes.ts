import { flatRoutes } from "@remix-run/fs-routes";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { POLICY } from "./auth/policy.ts";

const files = (entries: RouteConfigEntry[]): string[] =>
  entries.flatMap(({ file, children = [] }) => [file, ...files(children)]);

/** Every route is a folder: `routes/<address>/route.tsx`, its parts and tests beside it. None is built without a policy. */
export default flatRoutes().then((routes) => {
  const unknown = files(routes)
    .map((file) => file.split("/").at(-2) ?? "")
    .filter((folder) => !(folder in POLICY));
  if (unknown.length > 0) throw new Error(`no policy in app/auth/policy.ts for: ${unknown.join(", ")}`);
  return routes;
});
