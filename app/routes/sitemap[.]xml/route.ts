import type { LoaderFunctionArgs } from "@remix-run/node";
import { listDistricts } from "#app/domain/districts/districts.server.ts";
import { countListed } from "#app/domain/listings/published.server.ts";
import { paths } from "#app/http/paths.ts";
import { sitemapResponse } from "#app/http/sitemap.server.ts";
import { filesFor, sitemapIndex } from "#app/publishing/sitemap.ts";

/** Names the sitemaps of all districts. */
export async function loader({ context }: LoaderFunctionArgs) {
  const counts = await countListed(context.db);
  const addresses = [];
  for (const district of await listDistricts(context.db)) {
    const files = filesFor(counts.get(district.id) ?? 0);
    for (let file = 1; file <= files; file++)
      addresses.push(context.origin + paths.districtSitemap(district.slug, file));
  }
  return sitemapResponse(sitemapIndex(addresses), { "Cache-Control": "public, max-age=3600" });
}
