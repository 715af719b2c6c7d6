import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { readLiveList } from "#app/domain/editions/published-list.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { answerWithText } from "#app/http/plain-list.server.ts";

/** The whole list as nothing but text. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  if (!district) throw notFound();
  return answerWithText(context, await readLiveList(context.db, district, context.now));
}
