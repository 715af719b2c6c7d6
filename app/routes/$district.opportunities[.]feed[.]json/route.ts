import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerListFeed } from "#app/http/feeds.server.ts";

/** The newest of the list, or of a search of it, as JSON Feed. */
export function loader(args: LoaderFunctionArgs) {
  return answerListFeed(args, "json");
}
