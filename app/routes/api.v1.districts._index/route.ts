import type { LoaderFunctionArgs } from "@remix-run/node";
import { listDistricts } from "#app/domain/districts/districts.server.ts";
import { jsonAnswer } from "#app/http/api/answer.server.ts";
import { nothingAsked } from "#app/http/api/answering.server.ts";
import { districtResource } from "#app/http/api/district-resource.ts";

/** The districts that publish a list here. */
export async function loader(args: LoaderFunctionArgs) {
  nothingAsked(args);
  const { db, origin } = args.context;
  const districts = await listDistricts(db);
  return jsonAnswer({ data: districts.map((district) => districtResource(district, origin)) });
}
