import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { liveListOf, readListNames } from "#app/domain/editions/published-list.server.ts";
import { listPublished } from "#app/domain/listings/published.server.ts";
import { csvDownload } from "#app/http/csv-download.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { countTry, waitAWhile } from "#app/http/rate-limits.server.ts";
import { listingResource } from "#app/publishing/api/listing-resource.ts";
import { csvHeader, csvLine } from "#app/publishing/csv-columns.ts";
import { foundInOrder } from "#app/search/found-in-order.server.ts";
import { readQuery } from "#app/search/query.ts";

const AT_ONCE = 200;

/** The list, or what a search of it finds, as a table that is sent while it is read. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, now, origin } = context;
  const wait = await countTry(context, "list_file");
  if (wait !== null) return waitAWhile(wait);
  const district = await getDistrictBySlug(db, params.district ?? "");
  if (!district) throw notFound();
  const query = readQuery(new URL(request.url).searchParams);
  const [{ order }, names] = await Promise.all([foundInOrder(context, district, query), readListNames(db, district)]);
  const asOf = localDate(now, district.timeZone);
  async function* lines() {
    for (let at = 0; at < order.length; at += AT_ONCE) {
      const ids = order.slice(at, at + AT_ONCE).map(({ id }) => id);
      const entries = await listPublished(db, district!, ids, now);
      const list = liveListOf(names, entries, now);
      yield entries.map((entry) => csvLine(listingResource(list, entry, origin)));
    }
  }
  return csvDownload(`${district.slug}-opportunities-${asOf}`, csvHeader, lines());
}
