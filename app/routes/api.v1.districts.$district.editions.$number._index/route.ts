import type { LoaderFunctionArgs } from "@remix-run/node";
import { jsonAnswer } from "#app/http/api/answer.server.ts";
import { districtAsked, nothingAsked } from "#app/http/api/answering.server.ts";
import { editionAsked } from "#app/http/api/edition-asked.server.ts";
import { editionResource } from "#app/publishing/api/edition-resource.ts";

/** An edition without its listings. */
export async function loader(args: LoaderFunctionArgs) {
  nothingAsked(args);
  const list = await editionAsked(args, await districtAsked(args));
  return jsonAnswer(editionResource(list, args.context.origin));
}
