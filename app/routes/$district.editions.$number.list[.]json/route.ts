import type { LoaderFunctionArgs } from "@remix-run/node";
import { jsonAnswer } from "#app/http/api/answer.server.ts";
import { editionFileAsked } from "#app/http/edition-file.server.ts";
import { editionFile } from "#app/publishing/api/edition-resource.ts";

/** An edition as one JSON file: its listings are the API's. */
export async function loader(args: LoaderFunctionArgs) {
  return jsonAnswer(editionFile(await editionFileAsked(args), args.context.origin));
}
