import type { LoaderFunctionArgs } from "@remix-run/node";
import { jsonAnswer } from "#app/http/api/answer.server.ts";
import { districtAsked, nothingAsked } from "#app/http/api/answering.server.ts";
import { districtResource } from "#app/http/api/district-resource.ts";

export async function loader(args: LoaderFunctionArgs) {
  nothingAsked(args);
  return jsonAnswer(districtResource(await districtAsked(args), args.context.origin));
}
