import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { listEmbedSites } from "#app/domain/districts/embed-sites.server.ts";
import { embedResponse } from "#app/http/embed.server.tsx";
import { notFound } from "#app/http/id-param.ts";
import { publicPage } from "#app/http/public-page.ts";
import { readEmbed } from "#app/search/embed-query.ts";

/** A search of the list for a frame on one of the district's own sites; no other page may show it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  if (!district) throw notFound();
  const asked = readEmbed(new URL(request.url).searchParams);
  const origins = (await listEmbedSites(context.db, district.id)).map(({ origin }) => origin);
  const site = asked.site && origins.includes(asked.site) ? asked.site : null;
  const response = await embedResponse(context, district, asked, { framedBy: origins.join(" "), links: "_top", site });
  for (const [name, value] of Object.entries(publicPage())) response.headers.set(name, value);
  return response;
}
