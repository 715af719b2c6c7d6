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
  const { searchParams } = new URL(request.url);
  const say = await searchSayer(context, district);
  if (searchParams.get("follow") === "editions") {
    const follows = "editions" as const;
    return { district, follows, query: "", search: say("", follows), where: "", unknownPlace: false };
  }
  const asked = readQuery(searchParams);
  const isKnown = asked.where === "" || (await findPlace(context.db, district, asked.where)) !== null;
  const query = keptQuery(isKnown ? asked : { ...asked, where: "" }).toString();
  return {
    district,
    follows: "search" as const,
    query,
    search: say(query),
    where: asked.where,
    unknownPlace: !isKnown,
  };
}
