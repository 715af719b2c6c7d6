import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { findPlace } from "#app/domain/districts/places.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { searchSayer } from "#app/http/saying-searches.server.ts";
import { keptQuery, readQuery } from "#app/search/query.ts";

/** The search an address asks for, as it is kept. A place nobody knows narrows nothing, and is left out. */
export async function searchAt({
  request,
  params,
  context,
}: Pick<LoaderFunctionArgs, "request" | "params" | "context">) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  if (!district) throw notFound();
  const asked = readQuery(new URL(request.url).searchParams);
  const isKnown = asked.where === "" || (await findPlace(context.db, district, asked.where)) !== null;
  const query = keptQuery(isKnown ? asked : { ...asked, where: "" }).toString();
  const say = await searchSayer(context, district);
  return { district, query, search: say(query), where: asked.where, unknownPlace: !isKnown };
}
