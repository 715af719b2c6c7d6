import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerEditionsFeed } from "#app/http/feeds.server.ts";

/** The newest editions of the list as RSS. */
export function loader(args: LoaderFunctionArgs) {
  return answerEditionsFeed(args, "rss");
}
