import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvDownload } from "#app/http/csv-download.server.ts";
import { editionFileAsked } from "#app/http/edition-file.server.ts";
import { countTry, waitAWhile } from "#app/http/rate-limits.server.ts";
import { listingResource } from "#app/publishing/api/listing-resource.ts";
import { csvHeader, csvLine } from "#app/publishing/csv-columns.ts";

const AT_ONCE = 200;

/** An edition as a table. */
export async function loader(args: LoaderFunctionArgs) {
  const wait = await countTry(args.context, "list_file");
  if (wait !== null) return waitAWhile(wait);
  const list = await editionFileAsked(args);
  const { entries, district, edition } = list;
  function* lines() {
    for (let at = 0; at < entries.length; at += AT_ONCE)
      yield entries.slice(at, at + AT_ONCE).map((entry) => csvLine(listingResource(list, entry, args.context.origin)));
  }
  return csvDownload(`${district.slug}-edition-${edition.number}`, csvHeader, lines());
}
