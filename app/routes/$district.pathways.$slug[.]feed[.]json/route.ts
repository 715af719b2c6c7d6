import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerPathwayFeed } from "#app/http/feeds.server.ts";

/** The newest of a pathway as JSON Feed. */
export function loader(args: LoaderFunctionArgs) {
  return answerPathwayFeed(args, "json");
}
