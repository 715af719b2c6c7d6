import type { LoaderFunctionArgs } from "@remix-run/node";
import { editionFileAsked } from "#app/http/edition-file.server.ts";
import { answerWithText } from "#app/http/plain-list.server.ts";

/** An edition as nothing but text. */
export async function loader(args: LoaderFunctionArgs) {
  return answerWithText(args.context, await editionFileAsked(args));
}
