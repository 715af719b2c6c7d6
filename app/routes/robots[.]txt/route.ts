import type { LoaderFunctionArgs } from "@remix-run/node";
import { paths } from "#app/http/paths.ts";
import { robotsFile } from "#app/publishing/robots.ts";

/** Where search engines may look: at what readers see, once. */
export function loader({ context }: LoaderFunctionArgs) {
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" };
  return new Response(robotsFile(context.origin + paths.sitemap()), { headers });
}
