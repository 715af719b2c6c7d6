import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { publicPage } from "#app/http/public-page.ts";
import { translator } from "#app/i18n/translator.ts";
import { readTyping } from "#app/search/typing.ts";
import { suggestionsFor } from "./suggestions.server.ts";

/** What a reader who is still typing may mean; the script of the search boxes asks for it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  if (!district) throw notFound();
  const options = await suggestionsFor(context, district, readTyping(new URL(request.url).searchParams));
  const said = translator(context.locale)("list:suggest.said", { count: options.length });
  // What finds nothing has no end of spellings: keeping it would fill the cache.
  return Response.json({ said, options }, { headers: options.length > 0 ? publicPage() : {} });
}
