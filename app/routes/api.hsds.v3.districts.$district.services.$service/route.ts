import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { liveListOf, readListNames } from "#app/domain/editions/published-list.server.ts";
import { getPublishedById } from "#app/domain/listings/published.server.ts";
import { jsonAnswer } from "#app/http/api/answer.server.ts";
import { districtAsked, nothingAsked } from "#app/http/api/answering.server.ts";
import { problem } from "#app/http/api/problem.ts";
import { fullHsdsService } from "#app/publishing/hsds/service.server.ts";

/** One listing as a service with everything below it. */
export async function loader(args: LoaderFunctionArgs) {
  nothingAsked(args);
  const { db, now, origin } = args.context;
  const district = await districtAsked(args);
  const id = z.guid().safeParse(args.params.service).data;
  const page = id ? await getPublishedById(db, district, id, now) : null;
  if (!page) throw problem(origin, "not_found", { detail: "No service of this district has that id." });
  if (page.state === "over") throw problem(origin, "gone", { detail: `It is ${page.why}.` });
  const list = liveListOf(await readListNames(db, district), [page.listing], now);
  return jsonAnswer(fullHsdsService(list, page.listing, origin));
}
