import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { publicPage } from "#app/http/public-page.ts";
import { readSitePages, sitemapResponse } from "#app/http/sitemap.server.ts";
import { fileAsked, filesFor, sitemap } from "#app/publishing/sitemap.ts";

/** Every public page of a district, each in every language. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  if (!district) throw notFound();
  const pages = await readSitePages(context, district);
  const file = fileAsked(new URL(request.url).searchParams);
  if (file > filesFor(pages.listings.length)) throw notFound();
  return sitemapResponse(sitemap(context.origin, pages, file), publicPage());
}
