import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { answerWithBooklet } from "#app/http/booklet.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { sizeAsked } from "#app/publishing/paper/sheet.ts";
import { keptQuery, readQuery } from "#app/search/query.ts";

/** The list to print, or a search of it; `?size=large`: in large print. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  if (!district) throw notFound();
  const asked = new URL(request.url).searchParams;
  const query = keptQuery(readQuery(asked)).toString();
  const which = { edition: null, locale: context.locale, size: sizeAsked(asked), query };
  return answerWithBooklet(context, request, district, which);
}
