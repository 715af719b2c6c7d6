import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { liveListOf, readListNames } from "#app/domain/editions/published-list.server.ts";
import { getPublished, getPublishedById } from "#app/domain/listings/published.server.ts";
import { jsonAnswer } from "#app/http/api/answer.server.ts";
import { districtAsked, nothingAsked } from "#app/http/api/answering.server.ts";
import { problem } from "#app/http/api/problem.ts";
import { listingResource } from "#app/publishing/api/listing-resource.ts";

/** One listing, by its id or its slug; 410 once it has left the list. */
export async function loader(args: LoaderFunctionArgs) {
  nothingAsked(args);
  const { db, origin, now } = args.context;
  const named = args.params.listing ?? "";
  const district = await districtAsked(args);
  const isId = z.guid().safeParse(named).success;
  const page = await (isId ? getPublishedById : getPublished)(db, district, named, now);
  if (!page) throw problem(origin, "not_found", { detail: "No listing of this district goes by that name." });
  if (page.state === "over") throw problem(origin, "gone", { detail: `It is ${page.why}.` });
  const names = await readListNames(db, district);
  const list = liveListOf(names, [page.listing], now);
  return jsonAnswer(listingResource(list, page.listing, origin));
}
