import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { listPublishedEditions } from "#app/domain/editions/read-edition.server.ts";
import { answerWithBooklet } from "#app/http/booklet.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { sizeAsked } from "#app/publishing/paper/sheet.ts";

/** An edition to print; `?size=large`: in large print. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  const editions = district ? await listPublishedEditions(context.db, district.id) : [];
  const edition = editions.find(({ number }) => String(number) === params.number);
  if (!district || !edition) throw notFound();
  const size = sizeAsked(new URL(request.url).searchParams);
  return answerWithBooklet(context, request, district, {
    ...{ edition: edition.number, locale: context.locale, size, query: "" },
  });
}
