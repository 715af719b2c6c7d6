import type { LoaderFunctionArgs } from "@remix-run/node";
import { listPublishedEditions } from "#app/domain/editions/read-edition.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { jsonAnswer } from "#app/http/api/answer.server.ts";
import { districtAsked, nothingAsked } from "#app/http/api/answering.server.ts";
import { editionFacts } from "#app/publishing/api/edition-resource.ts";

/** The district's editions, the newest first. */
export async function loader(args: LoaderFunctionArgs) {
  nothingAsked(args);
  const { db, origin } = args.context;
  const district = await districtAsked(args);
  const editions = await listPublishedEditions(db, district.id);
  const data = editions.map(({ publishedAt, ...head }) =>
    editionFacts({ slug: district.slug, publishedOn: localDate(publishedAt, district.timeZone), head, origin }),
  );
  return jsonAnswer({ data });
}
