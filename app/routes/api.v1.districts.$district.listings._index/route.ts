import type { LoaderFunctionArgs } from "@remix-run/node";
import { readLiveList } from "#app/domain/editions/published-list.server.ts";
import { districtAsked, questionAsked } from "#app/http/api/answering.server.ts";
import { pageOf } from "#app/http/api/cursor.server.ts";
import { readListQuestion, writeListQuestion } from "#app/http/api/list-question.ts";
import { listingPage, refuseUnknown } from "#app/http/api/listing-page.server.ts";
import { problem } from "#app/http/api/problem.ts";
import { foundInOrder } from "#app/search/found-in-order.server.ts";
import { writeQuery } from "#app/search/query.ts";
import { paths } from "#app/http/paths.ts";

/** A page of what a question finds on a district's list. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, origin, now } = args.context;
  const asked = questionAsked(args, readListQuestion);
  const district = await districtAsked(args);
  await refuseUnknown(args.context, district, asked.query);
  const { order, isPlaceKnown } = await foundInOrder(args.context, district, asked.query);
  if (!isPlaceKnown) throw problem(origin, "unknown_place", { parameter: "where" });
  const page = pageOf(order, { ...asked, question: `${district.id} ${writeQuery(asked.query)}` });
  if (!page) throw problem(origin, "bad_cursor", { parameter: "cursor" });
  const more = (cursor: string) => paths.api.listings(district.slug, writeListQuestion({ ...asked, cursor }));
  return listingPage(await readLiveList(db, district, now, page.ids), { page, total: order.length, origin, more });
}
