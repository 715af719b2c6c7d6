import type { LoaderFunctionArgs } from "@remix-run/node";
import { districtAsked, questionAsked } from "#app/http/api/answering.server.ts";
import { pageOf } from "#app/http/api/cursor.server.ts";
import { editionAsked } from "#app/http/api/edition-asked.server.ts";
import { readPageAlone, writePage } from "#app/http/api/list-question.ts";
import { listingPage } from "#app/http/api/listing-page.server.ts";
import { problem } from "#app/http/api/problem.ts";
import { paths } from "#app/http/paths.ts";

/** A page of an edition's listings, by title, as it froze them. */
export async function loader(args: LoaderFunctionArgs) {
  const { origin } = args.context;
  const asked = questionAsked(args, readPageAlone);
  const district = await districtAsked(args);
  const list = await editionAsked(args, district);
  const { number } = list.edition;
  const order = list.entries.map(({ id }, at) => ({ id, key: at }));
  const page = pageOf(order, { ...asked, question: `${district.id} edition ${number}` });
  if (!page) throw problem(origin, "bad_cursor", { parameter: "cursor" });
  const more = (cursor: string) => paths.api.editionListings(district.slug, number, writePage({ ...asked, cursor }));
  return listingPage(list, { page, total: order.length, origin, more });
}
