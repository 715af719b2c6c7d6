import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerPartnerFeed } from "#app/http/feeds.server.ts";

/** The newest a partner has on the list as Atom. */
export function loader(args: LoaderFunctionArgs) {
  return answerPartnerFeed(args, "atom");
}
