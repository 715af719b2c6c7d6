import type { LoaderFunctionArgs } from "@remix-run/node";
import { jsonAnswer } from "#app/http/api/answer.server.ts";
import { nothingAsked } from "#app/http/api/answering.server.ts";
import { apiDocument } from "#app/http/api/document.ts";

/** The API in words of OpenAPI. */
export function loader(args: LoaderFunctionArgs) {
  nothingAsked(args);
  return jsonAnswer(apiDocument(args.context.origin));
}
