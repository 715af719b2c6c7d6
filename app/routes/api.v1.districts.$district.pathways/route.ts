import type { LoaderFunctionArgs } from "@remix-run/node";
import { listPathways } from "#app/domain/districts/districts.server.ts";
import { jsonAnswer } from "#app/http/api/answer.server.ts";
import { districtAsked, nothingAsked } from "#app/http/api/answering.server.ts";
import { pathwayResource } from "#app/publishing/api/listing-resource.ts";
import { criteriaOf, readQuery } from "#app/search/query.ts";
import { paths } from "#app/http/paths.ts";

/** The district's pathways, and how much of each is on its list: one search of the whole list counts them. */
export async function loader(args: LoaderFunctionArgs) {
  nothingAsked(args);
  const { db, search, now, origin } = args.context;
  const district = await districtAsked(args);
  const whole = criteriaOf(readQuery(new URLSearchParams()), { districtId: district.id, near: null, now, pageSize: 1 });
  const [{ facets }, pathways] = await Promise.all([search.search(whole), listPathways(db, district.id)]);
  const data = pathways.map((pathway) => ({
    ...pathwayResource(pathway),
    sub_clusters: pathway.subClusters,
    listings: facets.pathway[pathway.slug] ?? 0,
    listings_url: origin + paths.api.listings(district.slug, new URLSearchParams({ pathway: pathway.slug })),
  }));
  return jsonAnswer({ data });
}
